import { Form, Link } from "@remix-run/react";
import { Fragment } from "react";
import { ActionBar } from "#app/components/ui/action-bar.tsx";
import { BackLink } from "#app/components/ui/back-link.tsx";
import { Explain } from "#app/components/ui/explain.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { listed } from "#app/domain/format.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { desk } from "#app/messages/desk.ts";
import { deskImport } from "#app/messages/desk-import.ts";
import { paths } from "#app/paths.ts";

type Line = { readonly code: string; readonly title: string; readonly children: readonly Line[] };
type Note = { readonly where: string; readonly message: string };
type Packed = readonly { readonly name: string; readonly data: string }[];
type MapField = keyof (typeof deskImport)["nl"]["mapFields"];
type MapValues = Readonly<Partial<Record<MapField, string>>>;
export type ImportPreviewView = {
  readonly format: keyof (typeof deskImport)["nl"]["formatNames"];
  readonly title: string;
  readonly languages: readonly ("nl" | "en")[];
  readonly byDepth: readonly { readonly name: string; readonly layer: string; readonly count: number }[];
  readonly levels: number;
  readonly licence: string;
  readonly mayAdapt: boolean | null;
  readonly repairs: readonly Note[];
  readonly losses: readonly Note[];
  readonly counts: { readonly repairs: number; readonly losses: number };
  readonly tree: readonly Line[];
  readonly proposed: MapValues;
};
/** What came of looking at files: what they would bring, or why they cannot be read. */
export type ImportReply = { readonly map: MapValues; readonly packed: Packed } & ({ readonly ok: true; readonly view: ImportPreviewView } | { readonly ok: false; readonly where: string; readonly sentence: string });

/** Formats whose columns or fields can be meant otherwise than we think. */
const mapped: readonly ImportPreviewView["format"][] = ["table", "json-tree"];

/** Bringing in a file: choose it, see what it brings, and only then keep it. */
export function ImportPage({ reply }: { reply: ImportReply | null }) {
  const t = useMessages(deskImport);
  const whole = useMessages(desk);
  return (
    <>
      <BackLink to={paths.library()}>{whole.shippedTitle}</BackLink>
      <PageHead title={t.title} lead={t.lead} />
      {reply && !reply.ok ? (
        <div role="alert" id="uitkomst">
          <Notice tone="warning" title={t.refusedTitle}>
            {reply.where ? `${reply.where}: ${reply.sentence}` : reply.sentence}
          </Notice>
        </div>
      ) : null}
      {reply?.ok ? <Preview view={reply.view} packed={reply.packed} map={reply.map} /> : <Choose />}
      {reply && reply.packed.length > 0 && (!reply.ok || mapped.includes(reply.view.format)) ? <Mapping packed={reply.packed} map={reply.map} proposed={reply.ok ? reply.view.proposed : {}} /> : null}
    </>
  );
}

function Choose() {
  const t = useMessages(deskImport);
  return (
    <Form method="post" aria-label={t.look} encType="multipart/form-data" className="form" reloadDocument>
      <Field name="files" label={t.files} description={t.filesHint} type="file" multiple required />
      <p className="cell-more">{t.formats}</p>
      <button type="submit" className="button" name="do" value="look">
        {t.look}
      </button>
    </Form>
  );
}

function Preview({ view, packed, map }: { view: ImportPreviewView; packed: Packed; map: MapValues }) {
  const t = useMessages(deskImport);
  const language = useLanguage();
  // Layers that are called the same are told apart by their place.
  const alike = new Set(view.byDepth.map(({ layer }) => layer)).size < view.byDepth.length;
  const layers = view.byDepth.map(({ name, count }, nth) => (alike ? t.layer(nth + 1, count) : `${count} ${name}`));
  return (
    <>
      <h2 id="uitkomst">{t.previewTitle}</h2>
      <Notice>{t.nothingKept}</Notice>
      <dl className="terms terms--wide">
        <dt>{t.format}</dt>
        <dd>{t.formatNames[view.format]}</dd>
        <dt>{t.name}</dt>
        <dd>{view.title}</dd>
        <dt>{t.language}</dt>
        <dd>{listed(view.languages.map((each) => t.languageNames[each]), language)}</dd>
        <dt>{t.size}</dt>
        <dd>{listed([...layers, t.levels(view.levels)], language)}</dd>
        <dt>{t.licence}</dt>
        <dd>
          {view.licence}
          {view.mayAdapt === true ? null : <span className="cell-more">{view.mayAdapt === null ? t.unknownLicence : t.mayNot}</span>}
        </dd>
      </dl>
      <h3>{view.counts.losses === 0 ? t.noLosses : t.losses(view.counts.losses)}</h3>
      <Notes notes={view.losses} all={view.counts.losses} />
      <h3>{view.counts.repairs === 0 ? t.noRepairs : t.repairs(view.counts.repairs)}</h3>
      <Notes notes={view.repairs} all={view.counts.repairs} />
      <Explain title={t.tree} open={view.tree.length <= 30}>
        <Tree lines={view.tree} />
      </Explain>
      <Form method="post" reloadDocument aria-label={t.keep}>
        <Carried packed={packed} map={map} />
        <ActionBar more={<Link to={paths.importFramework()} reloadDocument>{t.other}</Link>}>
          <button type="submit" className="button" name="do" value="keep">
            {t.keep}
          </button>
        </ActionBar>
      </Form>
    </>
  );
}

function Notes({ notes, all }: { notes: readonly Note[]; all: number }) {
  const t = useMessages(deskImport);
  if (notes.length === 0) return null;
  return (
    <ul className="desk-notes">
      {notes.map(({ where, message }, nth) => (
        <li key={`${nth} ${where}`}>
          {message} {where.startsWith("(") ? null : <span className="desk-notes__where">{where}</span>}
        </li>
      ))}
      {all > notes.length ? <li>{t.more(all - notes.length)}</li> : null}
    </ul>
  );
}

function Tree({ lines }: { lines: readonly Line[] }) {
  return (
    <ul className="desk-tree">
      {lines.map(({ code, title, children }, nth) => (
        <li key={`${nth} ${code}`}>
          <span className="tree__code">{code}</span> {title}
          {children.length > 0 ? <Tree lines={children} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Mapping({ packed, map, proposed }: { packed: Packed; map: MapValues; proposed: MapValues }) {
  const t = useMessages(deskImport);
  return (
    <Explain title={t.mapTitle} open={Object.values(map).some(Boolean)}>
      <p>{t.mapLead}</p>
      <Form method="post" className="form" reloadDocument aria-label={t.again}>
        <Carried packed={packed} map={{}} />
        {(Object.keys(t.mapFields) as MapField[]).map((name) => (
          <Fragment key={name}>
            <Field name={`map.${name}`} label={t.mapFields[name]} defaultValue={map[name] ?? proposed[name] ?? ""} optional autoComplete="off" />
            {map[name] === undefined && proposed[name] ? <input type="hidden" name={`proposed.${name}`} value={proposed[name]} /> : null}
          </Fragment>
        ))}
        <button type="submit" className="button button--quiet" name="do" value="again">
          {t.again}
        </button>
      </Form>
    </Explain>
  );
}

/** The files on their way through the browser, and how their columns are read: nothing is stored before it is confirmed. */
function Carried({ packed, map }: { packed: Packed; map: MapValues }) {
  return (
    <>
      {packed.map(({ name, data }, nth) => (
        <span key={`${nth} ${name}`} hidden>
          <input type="hidden" name="name" value={name} />
          <input type="hidden" name="data" value={data} />
        </span>
      ))}
      {Object.entries(map).map(([name, value]) => (value ? <input key={name} type="hidden" name={`map.${name}`} value={value} /> : null))}
    </>
  );
}
