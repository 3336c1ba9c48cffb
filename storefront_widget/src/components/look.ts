// How a merchant makes the widget their own.
import type { TextOverrides } from '../core/texts.js';

export interface Look {
  /** The brand's colour, as `#rrggbb`. */
  readonly color?: string | undefined;
  /** Left out: as the shopper's system has it. */
  readonly scheme?: 'auto' | 'light' | 'dark' | undefined;
  /** The corner the button stands in. */
  readonly position?: 'right' | 'left' | undefined;
  /** Address of a picture for the assistant. */
  readonly avatar?: string | undefined;
  readonly texts?: TextOverrides | undefined;
  /** The merchant's privacy policy. */
  readonly privacyUrl?: string | undefined;
}
