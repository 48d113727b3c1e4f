import type { ReactNode } from "react";

type Props = { title: ReactNode; level?: 2 | 3; eyebrow?: ReactNode; children?: ReactNode; foot?: ReactNode };

/** A sheet on the paper. Never a card in a card; several stand in a `ul.card-grid`. */
export function Card({ title, level = 3, eyebrow, children, foot }: Props) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="card">
      {eyebrow ? <p className="eyebrow">{eyebrow}</p> : null}
      <Heading>{title}</Heading>
      {children}
      {foot ? <div className="card__foot">{foot}</div> : null}
    </div>
  );
}
