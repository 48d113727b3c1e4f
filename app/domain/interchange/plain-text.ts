import { Parser } from "htmlparser2";

/** A text as people read it, and what was taken out of it. */
export type Plain = { readonly text: string; readonly markup: boolean; readonly script: boolean; readonly controls: number };

/** Longer than anything a framework keeps; what is behind it would be cut anyway. */
const readable = 60_000;

// What the schema refuses, and what no keyboard makes.
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffc]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const elements = new Set("a abbr address article aside b bdi bdo big blockquote body br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main mark math meta nav noscript object ol p picture pre q s samp script section select small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr tt u ul var video audio wbr embed form button".split(" "));
const blocks = new Set("address article aside blockquote br caption dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul".split(" "));
const silent = new Set(["script", "style", "iframe", "object", "embed", "svg", "template", "noscript", "head", "select", "textarea"]);
const active = new Set(["script", "iframe", "object", "embed"]);
const looksLikeMarkup = /<\/?[a-z][^<>]*>|<!--|<(script|style|iframe)|&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});/i;

/** HTML, Markdown and stray control characters become the plain text that a reader of them would see. Scripts and styles are dropped whole. */
export function plainText(raw: string, markdown = false): Plain {
  const { text: characters, count } = withoutControls(raw.length > readable ? raw.slice(0, readable) : raw);
  // First of all: patterns that look around blanks take for ever over a great many of them.
  const visible = characters.replace(/\r\n?/g, "\n").replace(/[^\S\n]+/g, " ");
  const { text: html, markup, script } = looksLikeMarkup.test(visible) ? fromHtml(visible) : { text: visible, markup: false, script: false };
  const { text, changed } = markdown ? fromMarkdown(html) : { text: html, changed: false };
  const again = withoutControls(text);
  return { text: tidied(again.text), markup: markup || changed, script, controls: count + again.count };
}

/** Plain text on one line. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** The characters that Windows-1252 has where Unicode has controls; text that was decoded wrongly before holds them. */
const windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function withoutControls(text: string): { text: string; count: number } {
  let count = 0;
  const clean = text.replace(controls, (character) => {
    count += 1;
    const code = character.charCodeAt(0);
    const meant = code >= 0x80 && code <= 0x9f ? windows[code - 0x80]! : "";
    return meant >= "\u0080" && meant <= "\u009f" ? "" : meant;
  });
  return { text: clean, count };
}

function tidied(text: string): string {
  return text
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/\n\n(?=• |\d{1,2}\. )/g, "\n")
    .trim();
}

function fromHtml(source: string): { text: string; markup: boolean; script: boolean } {
  const out: string[] = [];
  // How many dropped elements we stand in; lists that are open, a number where they count.
  let [hidden, markup, script] = [0, false, false];
  // Where paragraphs and lists make the lines, a line break in the source is only a blank.
  const built = /<(p|br|div|ul|ol|li|table|h[1-6])[\s>/]/i.test(source);
  const lists: (number | null)[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (!elements.has(name) && !name.includes(":")) {
          // No element that anybody knows: "x<y and y>z" is text.
          const literal = source.slice(parser.startIndex, parser.endIndex + 1);
          if (hidden === 0 && !literal.includes("<", 1)) out.push(literal);
          return;
        }
        markup = true;
        if (active.has(name) || Object.keys(attributes).some((attribute) => attribute.startsWith("on")) || /^\s*(javascript|vbscript|data):/i.test(attributes["href"] ?? attributes["src"] ?? "")) script = true;
        if (silent.has(name)) hidden += 1;
        if (hidden > 0) return;
        if (name === "ol") lists.push(0);
        if (name === "ul") lists.push(null);
        if (blocks.has(name)) out.push("\n");
        if (name === "li") out.push(bullet(lists));
        if (name === "td" || name === "th") out.push(" ");
        if (name === "img" && attributes["alt"]) out.push(attributes["alt"]);
      },
      ontext(text) {
        if (hidden === 0) out.push(built ? text.replace(/\s*\n\s*/g, " ") : text);
      },
      onclosetag(name, implied) {
        if (!elements.has(name) && !name.includes(":")) {
          if (hidden === 0 && !implied) out.push(source.slice(parser.startIndex, parser.endIndex + 1));
          return;
        }
        if (silent.has(name)) hidden = Math.max(0, hidden - 1);
        if (hidden > 0) return;
        if (name === "ol" || name === "ul") lists.pop();
        if (blocks.has(name) && name !== "br") out.push("\n");
      },
      oncomment() {
        markup = true;
      },
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: true },
  );
  parser.write(source);
  parser.end();
  return { text: out.join(""), markup: markup || out.join("") !== source, script };
}

function bullet(lists: (number | null)[]): string {
  const last = lists.at(-1);
  if (typeof last !== "number") return "• ";
  lists[lists.length - 1] = last + 1;
  return `${last + 1}. `;
}

/** The marks of Markdown that people see as dirt; formulas between dollar signs stay as they are. */
function fromMarkdown(source: string): { text: string; changed: boolean } {
  const text = source
    .split(/(\$\$[^$]*\$\$|\$[^$\n]+\$)/)
    .map((part, nth) => (nth % 2 === 1 ? part : unmarked(part)))
    .join("");
  return { text, changed: text !== source };
}

function unmarked(part: string): string {
  return part
    .replace(/^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(\|[ \t]*:?-{3,}:?[ \t]*)*\|?[ \t]*$/gm, "")
    .replace(/^[ \t]*\|(.*)\|[ \t]*$/gm, (_, cells: string) => cells.split("|").map((cell) => cell.trim()).join(" · "))
    .replace(/^[ \t]*(#{1,6}|>)[ \t]+/gm, "")
    .replace(/^[ \t]*[*+-][ \t]+/gm, "• ")
    .replace(/^```[^\n]*$/gm, "")
    .replace(/!?\[([^[\]\n]{0,500})\]\(([^)\s]{0,1000})[^)\n]{0,200}\)/g, (_, words: string, address: string) => (/^https?:/i.test(address) && words !== address ? `${words} (${address})` : words))
    .replace(/(\*\*|__)(?=\S)([^*_\n]{1,500}?\S|\S)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}*_\\])([*_])(?=\S)([^*_\n]{1,500}?)(?<=\S)\1(?![\p{L}\p{N}*_])/gu, "$2")
    .replace(/`([^`\n]{1,500})`/g, "$1")
    .replace(/\\([\\`*_{}[\]()#+.!|-])/g, "$1");
}
