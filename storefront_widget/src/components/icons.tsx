// The icons, drawn with the text's colour. They say nothing to a screen reader; what they stand on has a name.
import type { ReactNode } from 'react';

function icon(drawing: ReactNode) {
  return function Icon({ size = 20 }: { size?: number }) {
    return (
      <svg
        aria-hidden="true"
        focusable="false"
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {drawing}
      </svg>
    );
  };
}

export const ChatIcon = icon(
  <>
    <path d="M20 11.5a7.5 7.5 0 0 1-7.5 7.5H5l-1.5 2V11.5A7.5 7.5 0 0 1 11 4h1.5a7.5 7.5 0 0 1 7.5 7.5Z" />
    <path d="M8.5 11.5h.01M12 11.5h.01M15.5 11.5h.01" strokeWidth="2.4" />
  </>,
);
export const CloseIcon = icon(<path d="M6 6l12 12M18 6 6 18" />);
export const RestartIcon = icon(<path d="M4 5v5h5M4.6 10A8 8 0 1 1 4 13.5" />);
export const SendIcon = icon(<path d="M12 19V5M6 11l6-6 6 6" strokeWidth="2.2" />);
export const StopIcon = icon(
  <rect x="7" y="7" width="10" height="10" rx="2" fill="currentColor" />,
);
export const DownIcon = icon(<path d="M12 5v14M6 13l6 6 6-6" />);
export const CheckIcon = icon(<path d="M5 12.5 10 17.5 19.5 7" strokeWidth="2.2" />);
export const CopyIcon = icon(
  <>
    <rect x="9" y="9" width="11" height="11" rx="2" />
    <path d="M5 15V5a1 1 0 0 1 1-1h9" />
  </>,
);
export const MinusIcon = icon(<path d="M6 12h12" />);
export const PlusIcon = icon(<path d="M12 6v12M6 12h12" />);
export const TrashIcon = icon(<path d="M5 7h14M10 11v6M14 11v6M7 7l1 13h8l1-13M9.5 7V4h5v3" />);
export const LockIcon = icon(
  <>
    <rect x="5" y="11" width="14" height="9" rx="2.5" />
    <path d="M8 11V8a4 4 0 0 1 8 0v3" />
  </>,
);
export const TruckIcon = icon(
  <>
    <path d="M3 6h11v10H3zM14 10h4l3 3v3h-7z" />
    <circle cx="7" cy="17.5" r="1.8" />
    <circle cx="17" cy="17.5" r="1.8" />
  </>,
);
export const StoreIcon = icon(<path d="M4 10v10h16V10M3 10l2-6h14l2 6M3 10h18M10 20v-5h4v5" />);
export const AlertIcon = icon(<path d="M12 4 2.5 20h19L12 4ZM12 10v4.5M12 17.3v.01" />);
export const InfoIcon = icon(
  <>
    <circle cx="12" cy="12" r="9" />
    <path d="M12 11v5M12 8v.01" />
  </>,
);
export const ClockIcon = icon(
  <>
    <circle cx="12" cy="12" r="9" />
    <path d="M12 7v5l3 2" />
  </>,
);
export const TagIcon = icon(<path d="M4 4h8l8.5 8.5-8 8L4 12ZM8.5 8.5h.01" />);
export const OutIcon = icon(<path d="M14 4h6v6M20 4l-9 9M18 14v5H5V6h5" />);
export const CartIcon = icon(
  <>
    <path d="M3 4h2l2.5 11h10L20 7.5H6" />
    <circle cx="9" cy="19" r="1.3" />
    <circle cx="16.5" cy="19" r="1.3" />
  </>,
);
