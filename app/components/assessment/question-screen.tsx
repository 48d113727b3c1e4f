import { Link, useLocation } from "@remix-run/react";
import { useEffect, useMemo, useRef, useState } from "react";
import { AnswerWords } from "#app/components/assessment/answer-words.tsx";
import { AreaDone } from "#app/components/assessment/area-praise.tsx";
import { chosenFrom } from "#app/components/assessment/chosen.ts";
import { ConflictChoice } from "#app/components/assessment/conflict-choice.tsx";
import { FasterOptions } from "#app/components/assessment/faster-options.tsx";
import type { Chosen } from "#app/components/assessment/outbox.ts";
import { ObjectiveList } from "#app/components/assessment/objective-list.tsx";
import { QuestionForm, type Hand } from "#app/components/assessment/question-form.tsx";
import { QuestionOverview } from "#app/components/assessment/question-overview.tsx";
import { useAutosave } from "#app/components/assessment/use-autosave.ts";
import { useDigitKeys } from "#app/components/assessment/use-digit-keys.ts";
import { useOwnSetting } from "#app/components/assessment/use-own-setting.ts";
import { wayOn } from "#app/components/assessment/way-on.ts";
import { ChosenElsewhere } from "#app/components/reach/chosen-elsewhere.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Progress } from "#app/components/ui/progress.tsx";
import { SavedNote } from "#app/components/ui/saved-note.tsx";
import { WhoSees } from "#app/components/ui/who-sees.tsx";
import type { ItemState } from "#app/domain/assessment/answers.ts";
import type { AreaPraise, QuestionView } from "#app/domain/assessment/question-view.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { assessment } from "#app/messages/assessment.ts";
import { paths } from "#app/paths.ts";

type ErrorCode = keyof (typeof assessment)["nl"]["errors"];
/** What came of a form that was sent without scripts and could not simply go on. */
export type Outcome = { mine: Chosen; theirs?: ItemState; refused?: string; errors?: Readonly<Record<string, string>> };
type Props = { view: QuestionView; clientId: string; praise: AreaPraise | null; outcome: Outcome | null };

const pauses: Readonly<Record<Hand, number>> = { pointer: 0, keyboard: 350, typing: 900 };
const lookPause = 250;

/** One question: one competence, its cards, and everything around it. Mount it with a key per competence. */
export function QuestionScreen({ view, clientId, praise, outcome }: Props) {
  const t = useMessages(assessment);
  const { key } = useLocation();
  const title = useRef<HTMLHeadingElement>(null);
  const stored = useMemo(() => outcome?.mine ?? chosenFrom(view.state), [outcome, view.state]);
  const [shown, setShown] = useState({ start: stored, version: 0 });
  const { awake, slot, instead, note, save, keep, goOn } = useAutosave({
    assessmentId: view.assessmentId,
    itemId: view.competenceId,
    sequence: view.state.sequence,
    stored: chosenFrom(view.state),
    savedAt: view.savedAt,
    to: wayOn(view.assessmentId, view.next, view.finishes, view.trail),
  });
  const advance = useOwnSetting("doorgaan", false);
  const digits = useOwnSetting("cijfers", true);
  const frozen = view.frozen === "handed-in" || view.frozen === "closed";
  const values = useMemo(() => view.choices.map(({ value }) => value), [view.choices]);
  useDigitKeys(awake && digits[0] && !frozen, values, "answer");

  // A new question in the same page: whoever listens or types starts at its title.
  useEffect(() => {
    if (key !== "default") title.current?.focus();
  }, [key]);
  // Back on a question with something that is still on its way: show that, not what the server has.
  useEffect(() => {
    if (instead) setShown(({ version }) => ({ start: instead, version: version + 1 }));
  }, [instead]);

  const chosen = (now: Chosen, hand: Hand) => {
    save(now, pauses[hand]);
    if (hand === "pointer" && advance[0] && now.answer !== "") setTimeout(goOn, lookPause);
  };
  const keepOne = (which: "mine" | "theirs") => {
    if (slot.kind === "conflict") setShown(({ version }) => ({ start: which === "mine" ? slot.draft : chosenFrom(slot.theirs), version: version + 1 }));
    keep(which);
  };
  const refused = slot.kind === "refused" ? { text: slot.text, mine: slot.draft } : outcome?.refused ? { text: outcome.refused, mine: outcome.mine } : null;
  // Kept the same while it is the same: the summary takes the focus when it changes.
  const errors = useMemo(() => {
    const sentence = (code: string) => t.errors[code in t.errors ? (code as ErrorCode) : "bad-request"];
    return Object.entries(outcome?.errors ?? {}).map(([field, code]) => (field === "note" ? { field, label: t.noteLabel, text: sentence(code) } : { field: "answer-1", text: sentence(code) }));
  }, [outcome, t]);
  const conflict = slot.kind === "conflict" ? { mine: slot.draft, theirs: slot.theirs } : slot.kind === "idle" && outcome?.theirs ? { mine: outcome.mine, theirs: outcome.theirs } : null;
  return (
    <div className={view.easy ? "question b1" : "question"}>
      {praise ? <AreaDone praise={praise} /> : null}
      <ErrorSummary errors={errors} />
      <Progress current={view.place} total={view.total} done={view.done} minutesLeft={view.minutesLeft} area={view.area} />
      <h1 tabIndex={-1} ref={title}>
        {view.question}
      </h1>
      {view.description ? <p className="question__about">{view.description}</p> : null}
      <ObjectiveList objectives={view.objectives} asks={view.prompt !== null} />
      {view.trail ? <ChosenElsewhere {...view.trail} /> : null}
      {view.frozen ? <Notice tone={view.frozen === "grace" ? "warning" : "info"}>{t.frozen[view.frozen]}</Notice> : null}
      {refused ? (
        <div role="alert">
          <Notice tone="warning" title={t.refusedTitle}>
            <p>{refused.text}</p>
            <p>{t.yourChoice}:</p>
            <AnswerWords chosen={refused.mine} choices={view.choices} />
          </Notice>
        </div>
      ) : null}
      {conflict ? (
        <ConflictChoice {...conflict} choices={view.choices} clientId={clientId} onKeep={slot.kind === "conflict" ? keepOne : null} />
      ) : frozen ? (
        <>
          <AnswerWords chosen={chosenFrom(view.state)} choices={view.choices} />
          <ButtonLink to={paths.review(view.assessmentId)}>{t.toReview}</ButtonLink>
        </>
      ) : (
        <QuestionForm
          key={shown.version}
          view={view}
          start={shown.start}
          clientId={clientId}
          noteError={outcome?.errors?.["note"] ? t.errors["note-too-long"] : undefined}
          onChosen={chosen}
          onContinue={awake ? goOn : null}
          saved={<SavedNote state={note} />}
        />
      )}
      <p className="cluster">
        {view.previous === null ? null : <Link to={paths.question(view.assessmentId, view.previous, { from: view.trail?.from })}>{t.previous}</Link>}
        <Link to={paths.assessments()}>{t.later}</Link>
      </p>
      <WhoSees>{t.whoSees}</WhoSees>
      {view.frozen === null ? (
        <p className="question__as">
          {t.askedAs(view.askedAs)} <Link to={paths.ownFunction(view.assessmentId)}>{t.wrongFunction}</Link>
        </p>
      ) : null}
      {awake && !frozen && conflict === null ? <FasterOptions cards={view.choices.length} advance={advance} digits={digits} /> : null}
      <QuestionOverview view={view} />
    </div>
  );
}
