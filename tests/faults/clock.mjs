// Loaded into a program under test (NODE_OPTIONS=--import): its clock is the machine's plus what the file of FAULT_CLOCK says, in milliseconds.
import { readFileSync } from "node:fs";

const file = process.env.FAULT_CLOCK;
const MachineDate = globalThis.Date;
let [looked, offset] = [-Infinity, 0];

function now() {
  if (performance.now() - looked > 20) {
    looked = performance.now();
    try {
      offset = Number(readFileSync(file, "utf8")) || 0;
    } catch {
      offset = 0;
    }
  }
  return MachineDate.now() + offset;
}

if (file) {
  globalThis.Date = new Proxy(MachineDate, {
    construct: (target, given, self) => Reflect.construct(target, given.length === 0 ? [now()] : given, self),
    apply: () => new MachineDate(now()).toString(),
    get: (target, name, self) => (name === "now" ? now : Reflect.get(target, name, self)),
  });
}
