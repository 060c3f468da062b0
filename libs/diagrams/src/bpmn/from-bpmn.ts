import type { FromBpmn } from './answer.ts';
import { processesOf } from './element-parts.ts';
import { fromOthers } from './foreign/from-others.ts';
import { fromOwn, isOwn } from './from-own.ts';
import { readXml } from './read-xml.ts';

/**
 * Reads a route out of BPMN 2.0. A file that `toBpmn` wrote gives an equal route back. Of other engines' files a subset is
 * read (one start, user tasks, decisions, branches that meet again, timers at the rim of a task, several instances, ends);
 * what such a file cannot say is filled in with the plainest choice and told as a note.
 * @returns the written route, which nobody has checked yet; or faults, each with the id of the element that it is about.
 * Nothing is read from a file over 1 MB or one with a document type or entities.
 */
export async function fromBpmn(xml: string): Promise<FromBpmn> {
  const read = await readXml(xml);
  if (!read.ok) return read;
  return processesOf(read.definitions).some(isOwn) ? fromOwn(read.definitions) : fromOthers(read.definitions);
}
