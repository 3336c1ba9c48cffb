// Options from the data attributes of the script tag.
import type { ScriptOptions } from './api.js';

/** Null when the tag names no API: then the page calls `AgentPayChat.init` itself. */
export function optionsOf(data: DOMStringMap): ScriptOptions | null {
  const { apiUrl, channel, consent, experimentShare, texts, ...rest } = data;
  if (!apiUrl || !channel) return null;
  return {
    ...(rest as Partial<ScriptOptions>),
    apiUrl,
    channel,
    consent: consent !== undefined && consent !== 'false',
    experimentShare: Number(experimentShare ?? 0),
    texts: tableOf(texts),
  };
}

function tableOf(texts: string | undefined): Record<string, string> | undefined {
  try {
    return texts ? (JSON.parse(texts) as Record<string, string>) : undefined;
  } catch {
    console.error('AgentPayChat: data-texts is no JSON');
    return undefined;
  }
}
