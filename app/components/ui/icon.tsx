const drawings = {
  eye: "M2 10s3-5.500 8-5.500S18 10 18 10s-3 5.500-8 5.500S2 10 2 10Zm8-2.300a2.300 2.300 0 1 0 0 4.600 2.300 2.300 0 0 0 0-4.600Z",
  clock: "M10 2.500a7.500 7.500 0 1 0 0 15 7.500 7.500 0 0 0 0-15ZM10 6v4.300l2.800 1.700",
  info: "M10 2.500a7.500 7.500 0 1 0 0 15 7.500 7.500 0 0 0 0-15ZM10 9.200v4.600M10 6.200v.1",
  warning: "M10 3 2 16.700h16L10 3Zm0 5v4M10 14.300v.1",
  check: "m3.500 10.500 4.200 4.500 8.800-10",
  lock: "M4.500 9h11v8h-11V9ZM7 9V6.500a3 3 0 0 1 6 0V9",
  calendar: "M3 5h14v12H3V5Zm0 4h14M7 3v3.500M13 3v3.500",
  people: "M7 9.500a2.700 2.700 0 1 0 0-5.400 2.700 2.700 0 0 0 0 5.400ZM2 16c.3-3 2.300-4.500 5-4.500s4.700 1.500 5 4.500M13 9.300a2.200 2.200 0 1 0-.8-4.200M14 11.700c2.200.2 3.700 1.600 4 4.300",
  arrow: "M16.500 10H4M8.500 5 3.500 10l5 5",
  half: "M10 2.500a7.500 7.500 0 1 0 0 15 7.500 7.500 0 0 0 0-15ZM10 2.500v15M12.500 3.500v13M15 5v10",
  sprout: "M10 17.500V9M10 11.500c0-4 2.500-6.500 7-6.500 0 4.500-2.500 6.500-7 6.500ZM10 14c0-2.800-2-4.700-5.800-4.700C4.200 12.500 6.200 14 10 14Z",
  dash: "M4 10h12",
  question: "M7 7.500a3 3 0 1 1 4.200 2.800c-.9.400-1.200 1-1.200 2.200M10 15.500v.1",
  choice: "M10 2.500a7.500 7.500 0 1 0 0 15 7.500 7.500 0 0 0 0-15ZM6 10h8",
} as const;

export type IconName = keyof typeof drawings;

/** A small line drawing that repeats what the words beside it say; silent for screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  );
}
