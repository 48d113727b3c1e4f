/** The mark: a compass whose needle is a leaf. Silent, because the name stands beside it or the page says it. */
export function BrandMark({ size = 32 }: { size?: number }) {
  return (
    <svg className="brand__mark" viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <circle cx="16" cy="16" r="13.6" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M16 .8v3.400M16 27.800v3.400M.8 16h3.400M27.800 16h3.400" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      <path className="brand__leaf" d="M9.400 22.600C7.800 14.400 12.800 8.800 23 9c.2 10.200-5.400 15.200-13.600 13.600Z" />
      <path className="brand__vein" d="M9.400 22.600 18.400 13.600" fill="none" strokeWidth="1.800" strokeLinecap="round" />
    </svg>
  );
}
