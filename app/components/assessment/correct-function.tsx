import { Form } from "@remix-run/react";
import { Explain } from "#app/components/ui/explain.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { assessmentStart } from "#app/messages/assessment-start.ts";

/** Functions of one family, in the reader's language. */
export type FunctionGroup = { readonly family: string; readonly functions: readonly { readonly id: string; readonly title: string }[] };
type Props = { functionId: string; functions: readonly FunctionGroup[]; open: boolean };

/** A wrong function put right in one step, with what happens next. */
export function CorrectFunction({ functionId, functions, open }: Props) {
  const t = useMessages(assessmentStart);
  return (
    <Explain title={t.correct} open={open}>
      <Form method="post">
        <div className="field">
          <label htmlFor="functionId">{t.newFunction}</label>
          <select id="functionId" name="functionId" className="input" defaultValue={functionId} key={functionId}>
            {functions.map(({ family, functions: each }) => (
              <optgroup key={family} label={family}>
                {each.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </div>
        <p>{t.correctNote}</p>
        <button type="submit" name="do" value="function" className="button button--quiet">
          {t.correctButton}
        </button>
      </Form>
    </Explain>
  );
}
