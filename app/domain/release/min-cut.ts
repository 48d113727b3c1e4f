/** An undirected edge between two vertices, with a positive weight (people). */
export type Edge = { a: number; b: number; weight: number };

type Graph = Map<number, Map<number, number>>;

/**
 * The weight of the lightest cut inside any connected component; Infinity without edges between different vertices.
 * Exact when the answer is below `enough`; otherwise some number that is at least `enough` (the plan asks no more than that).
 * Stoer–Wagner; in a maximum-adjacency order two neighbours are at least as strongly connected as the key of the
 * second, so pairs that can no longer be parted by a lighter cut are contracted all at once (Nagamochi–Ibaraki).
 */
export function minCut(edges: readonly Edge[], enough = Infinity): number {
  let best = Infinity;
  for (const component of componentsOf(graphOf(edges))) best = Math.min(best, lightestCut(component, enough));
  return best;
}

function lightestCut(component: Graph, enough: number): number {
  let graph = component;
  let best = Infinity;
  while (graph.size > 1) {
    const order = adjacencyOrder(graph);
    // The last vertex against all others is a cut of the whole graph.
    best = Math.min(best, order.at(-1)?.key ?? Infinity);
    graph = contract(graph, order, Math.min(best, enough));
  }
  return best;
}

function adjacencyOrder(graph: Graph): { vertex: number; key: number }[] {
  const keys = new Map<number, number>([...graph.keys()].map((vertex) => [vertex, 0]));
  const order: { vertex: number; key: number }[] = [];
  while (keys.size > 0) {
    let vertex = -1;
    let key = -1;
    for (const [candidate, weight] of keys) if (weight > key) [vertex, key] = [candidate, weight];
    keys.delete(vertex);
    order.push({ vertex, key });
    for (const [next, weight] of graph.get(vertex) ?? []) {
      const before = keys.get(next);
      if (before !== undefined) keys.set(next, before + weight);
    }
  }
  return order;
}

function contract(graph: Graph, order: readonly { vertex: number; key: number }[], limit: number): Graph {
  const leader = new Map<number, number>();
  let current = -1;
  order.forEach(({ vertex, key }, position) => {
    if (position === 0 || key < limit) current = vertex;
    leader.set(vertex, current);
  });
  const edges: Edge[] = [];
  for (const [a, neighbours] of graph) {
    for (const [b, weight] of neighbours) if (a < b) edges.push({ a: leader.get(a) ?? a, b: leader.get(b) ?? b, weight });
  }
  return graphOf(edges);
}

function graphOf(edges: readonly Edge[]): Graph {
  const graph: Graph = new Map();
  const add = (from: number, to: number, weight: number) => {
    const neighbours = graph.get(from) ?? new Map<number, number>();
    neighbours.set(to, (neighbours.get(to) ?? 0) + weight);
    graph.set(from, neighbours);
  };
  for (const { a, b, weight } of edges) {
    if (a === b) continue;
    add(a, b, weight);
    add(b, a, weight);
  }
  return graph;
}

function componentsOf(graph: Graph): Graph[] {
  const seen = new Set<number>();
  const components: Graph[] = [];
  for (const start of graph.keys()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const component: Graph = new Map();
    const queue = [start];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      const neighbours = graph.get(at) ?? new Map<number, number>();
      component.set(at, neighbours);
      for (const next of neighbours.keys()) {
        if (seen.has(next)) continue;
        seen.add(next);
        queue.push(next);
      }
    }
    components.push(component);
  }
  return components;
}
