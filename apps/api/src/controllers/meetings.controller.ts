import { Body, Controller, Inject, Param, Query } from '@nestjs/common';
import { attachPaper, attend, conclude, createMeeting, finishAssignment, sendPapers, type MeetingAnswer } from '@totrinh/casework';
import type { Result } from '@totrinh/domain';
import { OPERATIONS } from '@totrinh/api-schema';
import { z } from 'zod';
import { actRequest, Asks, type Asking } from '../http/asking.ts';
import { clean, cleanOrNull } from '../http/clean.ts';
import { cursorOf, keyOf } from '../http/cursor.ts';
import { Operate, type BodyOf, type ParamsOf } from '../http/operate.ts';
import { receiveUpload } from '../http/receive-upload.ts';
import { accepted, found } from '../http/refused.ts';
import { Office } from '../office.ts';
import { presentMeeting, presentMeetingRow } from '../present/meetings.ts';

const operations = OPERATIONS;
const { listMeetings, readMeeting } = operations;
const meetingKey = z.object({ on: z.iso.date(), id: z.uuid() });
type Id = ParamsOf<typeof readMeeting>;
type Answer = Promise<z.infer<(typeof operations.sendPapers.answers)[200]>>;

/** Meetings of bodies: agenda, papers, attendance, conclusion. */
@Controller()
export class MeetingsController {
  readonly #office: Office;

  constructor(@Inject(Office) office: Office) {
    this.#office = office;
  }

  @Operate(listMeetings)
  async list(@Asks() asking: Asking, @Query({ schema: listMeetings.query }) query: z.infer<typeof listMeetings.query>): Promise<z.infer<(typeof listMeetings.answers)[200]>> {
    const { body = null, from = null, to = null } = query;
    const page = await this.#office.meetings.page(this.#office.viewer(asking.person), { body, from, to }, { limit: query.limit, after: keyOf(query.cursor, meetingKey) });
    return { items: page.items.map(presentMeetingRow), next: cursorOf(page.next) };
  }

  @Operate(readMeeting)
  async read(@Asks() asking: Asking, @Param({ schema: readMeeting.params }) { id }: Id): Promise<z.infer<(typeof readMeeting.answers)[200]>> {
    const viewer = this.#office.viewer(asking.person);
    const meeting = found(await this.#office.meetings.find(viewer, id), 'MEETING_NOT_FOUND', id);
    return presentMeeting(meeting, await this.#office.meetingDetails.find(viewer, id));
  }

  @Operate(operations.createMeeting)
  create(@Asks() asking: Asking, @Body({ schema: operations.createMeeting.body }) body: BodyOf<typeof operations.createMeeting>): Answer {
    const input = { body: body.body, on: body.on, title: clean('title', body.title), place: cleanOrNull('name', body.place) };
    return answered(asking, createMeeting(this.#office.desk, input, actRequest(asking, { body })));
  }

  @Operate(operations.sendPapers)
  sendPapers(@Asks() asking: Asking, @Param({ schema: operations.sendPapers.params }) params: Id): Answer {
    return answered(asking, sendPapers(this.#office.desk, params.id, actRequest(asking, { params })));
  }

  @Operate(operations.attachPaper)
  async attachPaper(@Asks() asking: Asking, @Param({ schema: operations.attachPaper.params }) params: Id): Answer {
    // Strangers do not get to fill the disk.
    found(await this.#office.meetings.find(this.#office.viewer(asking.person), params.id), 'MEETING_NOT_FOUND', params.id);
    const { fields, file } = await receiveUpload(asking.request, this.#office.files, operations.attachPaper.upload.fields);
    const input = { kind: fields.kind, name: clean('name', fields.name), ...file };
    return answered(asking, attachPaper(this.#office.desk, params.id, input, actRequest(asking, { params, body: fields, file: file.sha256 })));
  }

  @Operate(operations.attend)
  attend(@Asks() asking: Asking, @Param({ schema: operations.attend.params }) params: Id, @Body({ schema: operations.attend.body }) body: BodyOf<typeof operations.attend>): Answer {
    const members = body.members.map((m) => ({ person: m.person, present: m.present, note: cleanOrNull('reason', m.note) }));
    return answered(asking, attend(this.#office.desk, params.id, members, actRequest(asking, { params, body })));
  }

  @Operate(operations.conclude)
  conclude(@Asks() asking: Asking, @Param({ schema: operations.conclude.params }) params: Id, @Body({ schema: operations.conclude.body }) body: BodyOf<typeof operations.conclude>): Answer {
    const assignments = body.assignments.map((a) => ({ unit: a.unit, text: clean('reason', a.text), dueOn: a.dueOn ?? null, dossier: a.dossier ?? null }));
    return answered(asking, conclude(this.#office.desk, params.id, { text: clean('reason', body.text), assignments }, actRequest(asking, { params, body })));
  }

  @Operate(operations.finishAssignment)
  finishAssignment(@Asks() asking: Asking, @Param({ schema: operations.finishAssignment.params }) params: Id): Answer {
    return answered(asking, finishAssignment(this.#office.desk, params.id, actRequest(asking, { params })));
  }
}

/** What an act on a meeting answers. */
export async function answered(asking: Asking, doing: Promise<Result<MeetingAnswer>>): Answer {
  const { act, meeting, version, ids, status, replayed } = accepted(await doing);
  void asking.reply.status(status);
  if (replayed) void asking.reply.header('idempotency-replayed', 'true');
  return { act, meeting, version, ids: { ...ids } };
}
