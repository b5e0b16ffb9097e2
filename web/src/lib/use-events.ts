import { useEffect, useEffectEvent, useState } from 'react';

/** How a screen hears of changes: by a stream, or by asking now and then while there is none. */
export type Liveness = 'opening' | 'live' | 'polling';

export interface EventHandlers {
  /** The stream is open: what was asked for before may be out of date. */
  readonly onOpen?: () => void;
  /** By the name of the event, with its data. */
  readonly on: Readonly<Record<string, (data: unknown) => void>>;
  /** Called now and then while there is no stream. */
  readonly onPoll: () => void;
}

const POLL_EVERY_MS = 5_000;
/** A browser comes again by itself, unless it was refused. */
const COME_AGAIN_MS = 30_000;

/**
 * Follows server-sent events while the page is looked at: a browser has six connections to a server, and tabs that nobody sees would hold one each.
 * @param url undefined: there is nothing to follow
 */
export function useEvents(url: string | undefined, handlers: EventHandlers): Liveness {
  const [liveness, setLiveness] = useState<Liveness>('opening');
  const onOpen = useEffectEvent(() => handlers.onOpen?.());
  const onPoll = useEffectEvent(() => handlers.onPoll());
  const onEvent = useEffectEvent((name: string, text: string) => handlers.on[name]?.(JSON.parse(text)));
  const names = Object.keys(handlers.on).join();

  useEffect(() => {
    if (url === undefined) return undefined;
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const close = (): void => {
      clearTimeout(timer);
      source?.close();
      source = undefined;
    };
    const open = (): void => {
      close();
      if (document.hidden) return;
      const opened = new EventSource(url);
      source = opened;
      opened.onopen = () => {
        setLiveness('live');
        onOpen();
      };
      opened.onerror = () => {
        setLiveness('polling');
        if (opened.readyState === EventSource.CLOSED) timer = setTimeout(open, COME_AGAIN_MS);
      };
      for (const name of names.split(','))
        opened.addEventListener(name, (event: MessageEvent<string>) => onEvent(name, event.data));
    };
    open();
    document.addEventListener('visibilitychange', open);
    return () => {
      document.removeEventListener('visibilitychange', open);
      close();
    };
  }, [url, names]);

  useEffect(() => {
    if (url === undefined || liveness !== 'polling') return undefined;
    const timer = setInterval(() => {
      if (!document.hidden) onPoll();
    }, POLL_EVERY_MS);
    return () => clearInterval(timer);
  }, [url, liveness]);

  return liveness;
}
