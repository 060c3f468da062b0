import type { ASTNode } from '@marcbachmann/cel-js';
import type { RouteFaultCode } from './fault.ts';

/** Why a condition cannot be published, as the end of a sentence. */
export interface ConditionFault {
  readonly code: Extract<RouteFaultCode, `condition${string}`>;
  readonly vi: string;
  readonly en: string;
}

/** Text methods that cost no more than the text is long; `matches` is not among them. */
const METHODS: ReadonlySet<string> = new Set(['startsWith', 'endsWith', 'contains']);
/** Whole numbers stay exact up to here, and far from where CEL's would overflow. */
const LARGEST = Number.MAX_SAFE_INTEGER;
/** No dossier comes back more often. */
const MOST_ROUNDS = 1_000_000;

/**
 * The part of CEL that a condition may use, so that evaluating it always ends, at once, with an answer: facts of the case,
 * comparisons, and/or/not, lists to choose from, simple arithmetic. What could fail while it runs (a division by what may be
 * zero, an overflow, an index) or cost much (macros, patterns) is refused when the route is published.
 */
export function notAllowedIn(node: ASTNode): ConditionFault[] {
  const here = refused(node);
  if (here) return [here];
  const inner = inside(node).flatMap(notAllowedIn);
  if (inner.length > 0) return inner;
  const largest = largestWhole(node);
  return largest !== null && largest > LARGEST ? [notAllowed(node, 'số quá lớn', 'the number is too large')] : [];
}

function refused(node: ASTNode): ConditionFault | null {
  switch (node.op) {
    case 'value': return ['string', 'number', 'bigint', 'boolean'].includes(typeof node.args) ? null : notAllowed(node, 'chỉ dùng số, chữ, true và false', 'only numbers, texts, true and false are used');
    case '/':
    case '%': return isNonZero(node.args[1]) ? null : notAllowed(node, 'chỉ chia cho một số khác 0 được ghi sẵn', 'divide only by a written number that is not 0');
    case 'in': return node.args[1].op === 'list' ? null : notAllowed(node, 'sau “in” là một danh sách ghi sẵn', '“in” is followed by a written list');
    case 'rcall': return METHODS.has(node.args[0]) ? null : notAllowed(node, `chỉ dùng các hàm: ${[...METHODS].join(', ')}`, `only these functions are used: ${[...METHODS].join(', ')}`);
    case 'id': case '.': case 'list': case '?:': case '||': case '&&': case '!_': case '-_':
    case '==': case '!=': case '<': case '<=': case '>': case '>=': case '+': case '-': case '*': return null;
    default: return notAllowed(node, 'cách viết này không dùng trong điều kiện', 'this form is not used in conditions');
  }
}

function inside(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case 'value': case 'id': return [];
    case '.': case '.?': return [node.args[0]];
    case '!_': case '-_': return [node.args];
    case 'list': return node.args;
    case 'rcall': return [node.args[1], ...node.args[2]];
    case 'call': return node.args[1];
    case 'map': return node.args.flat();
    default: return node.args;
  }
}

function isNonZero(node: ASTNode): boolean {
  return node.op === 'value' && (typeof node.args === 'bigint' || typeof node.args === 'number') && Number(node.args) !== 0;
}

/** The largest absolute value that a whole number can have here; null where the value is of another type. */
function largestWhole(node: ASTNode): number | null {
  switch (node.op) {
    case 'value': return typeof node.args === 'bigint' ? Math.abs(Number(node.args)) : null;
    case '.': return node.args[0].op === 'id' && node.args[0].args === 'dossier' && node.args[1] === 'round' ? MOST_ROUNDS : null;
    case '-_': return largestWhole(node.args);
    case '?:': return both(node.args[1], node.args[2], Math.max);
    case '+': case '-': return both(node.args[0], node.args[1], (a, b) => a + b);
    case '*': return both(node.args[0], node.args[1], (a, b) => a * b);
    case '/': case '%': return largestWhole(node.args[0]);
    default: return null;
  }
}

function both(left: ASTNode, right: ASTNode, combine: (a: number, b: number) => number): number | null {
  const [a, b] = [largestWhole(left), largestWhole(right)];
  return a === null || b === null ? null : combine(a, b);
}

function notAllowed(node: ASTNode, vi: string, en: string): ConditionFault {
  const said = node.input.slice(node.start, node.end);
  return { code: 'conditionNotAllowed', vi: `không dùng được “${said}” trong điều kiện: ${vi}`, en: `“${said}” cannot be used in a condition: ${en}` };
}
