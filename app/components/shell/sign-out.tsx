import { Form } from "@remix-run/react";
import { useRef, useState, type ComponentType, type FormEvent } from "react";
import type { Leaving } from "#app/components/shell/sign-out-dialog.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { shell } from "#app/messages/shell.ts";
import { paths } from "#app/paths.ts";

/** Signs out, after saving what was typed a moment ago; what cannot be saved now is asked about. Without scripts a plain form. */
export function SignOut({ person }: { person: string }) {
  const t = useMessages(shell);
  const form = useRef<HTMLFormElement>(null);
  const busy = useRef(false);
  const [asking, setAsking] = useState<{ Dialog: ComponentType<Leaving>; left: number } | null>(null);

  const leave = async (event: FormEvent) => {
    event.preventDefault();
    if (busy.current) return;
    busy.current = true;
    const last = await import("#app/components/shell/sign-out-dialog.tsx").catch(() => null);
    const left = (await last?.finish(person)) ?? 0;
    if (last && left > 0) return setAsking({ Dialog: last.SignOutDialog, left });
    await last?.letGo(person);
    // Sent as a plain form, so that the whole page, with all it remembers, goes.
    form.current?.submit();
  };
  const stay = () => {
    busy.current = false;
    setAsking(null);
  };
  return (
    <>
      <Form method="post" action={paths.logout()} role="none" ref={form} onSubmit={(event) => void leave(event)}>
        <button type="submit" className="link-button">
          {t.signOut}
        </button>
      </Form>
      {asking ? <asking.Dialog person={person} left={asking.left} onStay={stay} onLeave={() => form.current?.submit()} /> : null}
    </>
  );
}
