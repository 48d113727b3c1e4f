import type { ReactNode } from "react";

type Props = { title: string; children: ReactNode; action?: ReactNode };

/** Nothing here yet: says so kindly, and invites to the one thing that changes it. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="empty-state">
      <svg className="empty-state__mark" viewBox="0 0 96 40" width="96" height="40" aria-hidden="true" focusable="false">
        <path d="M2 36.500h92" stroke="currentColor" strokeWidth="1.500" strokeLinecap="round" strokeDasharray="1 6" />
        <path d="M48 36V20M48 24c0-9 6-15 16-15 0 10-6 15-16 15Zm0 7c0-6-4.500-10-13-10 0 7 4.500 10 13 10Z" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      <h2>{title}</h2>
      {typeof children === "string" ? <p>{children}</p> : children}
      {action}
    </div>
  );
}
