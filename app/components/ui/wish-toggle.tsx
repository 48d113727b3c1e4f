import type { InputHTMLAttributes } from "react";
import { useMessages } from "#app/messages/catalogue.ts";
import { ui } from "#app/messages/ui.ts";

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "className"> & { name: string };

/** The heart: "wil ik leren". A checkbox, with `defaultChecked` or with `checked` and `onChange`. */
export function WishToggle(input: Props) {
  const t = useMessages(ui);
  return (
    <label className="wish">
      <input {...input} type="checkbox" />
      <svg className="wish__heart" viewBox="0 0 20 20" width="22" height="22" aria-hidden="true" focusable="false">
        <path d="M10 17C5 13.200 2.500 10.400 2.500 7.300 2.500 5 4.200 3.500 6.200 3.500c1.600 0 3 .900 3.800 2.400.800-1.500 2.200-2.400 3.800-2.400 2 0 3.700 1.500 3.700 3.800 0 3.100-2.500 5.900-7.500 9.700Z" />
      </svg>
      <span>{t.wish}</span>
    </label>
  );
}
