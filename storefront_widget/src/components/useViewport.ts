// On a phone the panel fills what is visible, also while the keyboard is up, and the page behind stays still.
import { type RefObject, useEffect, useState } from 'react';

const PHONE = '(max-width: 560px), (max-height: 480px)';

export const isPhone = (): boolean => matchMedia(PHONE).matches;

/** Whether the panel fills the screen. */
export function useIsFull(): boolean {
  const [isFull, setIsFull] = useState(isPhone);
  useEffect(() => {
    const query = matchMedia(PHONE);
    const tell = () => setIsFull(query.matches);
    query.addEventListener('change', tell);
    return () => query.removeEventListener('change', tell);
  }, []);
  return isFull;
}

export function useViewport(panel: RefObject<HTMLElement | null>, isOpen: boolean): void {
  useEffect(() => {
    const element = panel.current;
    if (!isOpen || !element) return undefined;
    const query = matchMedia(PHONE);
    const viewport = window.visualViewport;
    const page = document.documentElement;
    const before = page.style.overflow;

    function fit() {
      const isFull = query.matches;
      page.style.overflow = isFull ? 'hidden' : before;
      // Zoomed in by two fingers it stays where it is: the shopper looks closer at something.
      if (!viewport || viewport.scale > 1.05) return;
      element!.style.setProperty('--viewport-height', isFull ? `${viewport.height}px` : '');
      element!.style.setProperty('--viewport-top', isFull ? `${viewport.offsetTop}px` : '');
    }

    fit();
    query.addEventListener('change', fit);
    viewport?.addEventListener('resize', fit);
    viewport?.addEventListener('scroll', fit);
    return () => {
      page.style.overflow = before;
      query.removeEventListener('change', fit);
      viewport?.removeEventListener('resize', fit);
      viewport?.removeEventListener('scroll', fit);
    };
  }, [panel, isOpen]);
}
