// `@agentpay/widget`: what a storefront in React imports.
export { AgentPayWidget } from './package/AgentPayWidget.js';
export type { AgentPayWidgetHandle, AgentPayWidgetProps } from './package/AgentPayWidget.js';
export { createChat } from './core/chat.js';
export type { Chat } from './core/chat.js';
export type { ChatEvents } from './core/events.js';
export type { ChatOptions } from './core/options.js';
export type { ChatState, Connection, Phase } from './core/state.js';
export type { Message, Part, ProductRef } from './core/types.js';
export type { AgentPayChat, ScriptOptions } from './script/api.js';
export type { Look } from './components/look.js';
export { useChat } from './hooks/useChat.js';
export { useProductContext } from './hooks/useProductContext.js';
export { useWebSocket } from './hooks/useWebSocket.js';
