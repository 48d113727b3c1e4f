/** A directed edge of a circulation: its bounds and the flow it carries (low ≤ flow ≤ high, whole numbers). */
export type FlowEdge = { from: number; to: number; low: number; high: number; flow: number };

/**
 * How far the flow on one edge (by index) can be moved up or down, at most `wanted`, all other edges keeping their bounds.
 * `blocking`: where that is less than wanted, the edges (by index) of which at least one needs wider bounds to get further.
 */
export type Reach = (target: number, direction: "up" | "down", wanted: number) => { moved: number; blocking: number[] };

/** `room` is what can still be pushed along it; `back` is the place of its reverse in the list of all arcs. */
type Arc = { from: number; to: number; room: number; back: number };

/**
 * Answers questions about a feasible circulation over vertices 0..`vertices` − 1 without changing it: augmenting paths from
 * head to tail of the edge asked about, undone after each question. The bounds of that edge itself count too.
 * Whole numbers in, whole numbers out: flows are integral. Throws a RangeError for an edge that is not there.
 */
export function reachIn(edges: readonly FlowEdge[], vertices: number): Reach {
  const arcs: Arc[] = edges.flatMap(({ from, to, low, high, flow }, index) => [
    { from, to, room: high - flow, back: 2 * index + 1 },
    { from: to, to: from, room: flow - low, back: 2 * index },
  ]);
  const leaving: Arc[][] = Array.from({ length: vertices }, () => []);
  for (const arc of arcs) leaving[arc.from]?.push(arc);

  return (target, direction, wanted) => {
    const [forward, backward] = [arcs[2 * target], arcs[2 * target + 1]];
    if (!forward || !backward) throw new RangeError(`No edge ${target}`);
    // More through the edge must come back from its head to its tail through the others; less, the other way.
    const [own, source, sink] = direction === "up" ? [forward, forward.to, forward.from] : [backward, forward.from, forward.to];
    const rooms = [forward.room, backward.room] as const;
    const most = Math.min(wanted, own.room);
    forward.room = 0;
    backward.room = 0;
    const pushes: { path: Arc[]; amount: number }[] = [];
    let moved = 0;
    while (moved < most) {
      const path = shortestPath(leaving, source, sink);
      if (!path) break;
      const amount = path.reduce((least, arc) => Math.min(least, arc.room), most - moved);
      push(arcs, path, amount);
      pushes.push({ path, amount });
      moved += amount;
    }
    // Nothing more gets from what the source still reaches to the rest: only an edge between the two can change that.
    const blocking = moved < most ? leavingReached(arcs, reachedFrom(leaving, source), target) : [];
    for (const { path, amount } of pushes.reverse()) push(arcs, path, -amount);
    [forward.room, backward.room] = rooms;
    if (most < wanted) blocking.push(target);
    return { moved, blocking };
  };
}

function push(arcs: readonly Arc[], path: readonly Arc[], amount: number): void {
  for (const arc of path) {
    arc.room -= amount;
    const back = arcs[arc.back];
    if (back) back.room += amount;
  }
}

function reachedFrom(leaving: readonly (readonly Arc[])[], source: number): Set<number> {
  const reached = new Set([source]);
  for (const vertex of reached) for (const { to, room } of leaving[vertex] ?? []) if (room > 0) reached.add(to);
  return reached;
}

/** The edges (by index) other than `target` that lead out of the reached vertices, forwards or backwards. */
function leavingReached(arcs: readonly Arc[], reached: ReadonlySet<number>, target: number): number[] {
  const edges = new Set<number>();
  arcs.forEach(({ from, to }, index) => {
    if (reached.has(from) && !reached.has(to)) edges.add(index >> 1);
  });
  edges.delete(target);
  return [...edges];
}

function shortestPath(leaving: readonly (readonly Arc[])[], source: number, sink: number): Arc[] | null {
  const via: (Arc | undefined)[] = [];
  const queue = [source];
  for (let head = 0; head < queue.length && !via[sink]; head += 1) {
    for (const arc of leaving[queue[head] ?? source] ?? []) {
      if (arc.room <= 0 || arc.to === source || via[arc.to]) continue;
      via[arc.to] = arc;
      queue.push(arc.to);
    }
  }
  const path: Arc[] = [];
  for (let arc = via[sink]; arc; arc = arc.from === source ? undefined : via[arc.from]) path.push(arc);
  return path.length > 0 ? path : null;
}
