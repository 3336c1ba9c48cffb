export const GOODS = [
  { slug: 'essential-tee', name: 'Essential Tee' },
  { slug: 'camp-mug', name: 'Camp Mug' },
] as const;
