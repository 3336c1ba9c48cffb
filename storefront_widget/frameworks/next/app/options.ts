import { connection } from 'next/server';
import type { AgentPayWidgetProps } from '@agentpay/widget';

/** Where the chat's server is; read at each request, so that one build serves every shop. */
export async function options(): Promise<AgentPayWidgetProps> {
  await connection();
  return {
    apiUrl: process.env['SHOP_API_URL'] ?? 'http://127.0.0.1:8000/graphql/',
    socketUrl: process.env['SHOP_SOCKET_URL'],
    channel: process.env['SHOP_CHANNEL'] ?? 'default-channel',
    locale: 'en',
    privacyUrl: 'https://example.com/privacy',
  };
}
