import { Body, Controller, Inject, Param, Query, type StreamableFile } from '@nestjs/common';
import { servesMeetings, sortAgenda } from '@totrinh/casework';
import { OPERATIONS } from '@totrinh/api-schema';
import { z } from 'zod';
import { actRequest, Asks, type Asking } from '../http/asking.ts';
import { keyOf } from '../http/cursor.ts';
import { Operate, type BodyOf, type ParamsOf } from '../http/operate.ts';
import { found, Refused } from '../http/refused.ts';
import { sendFile } from '../http/send-file.ts';
import { words } from '../http/words.ts';
import { Office } from '../office.ts';
import { presentOfficeDesk } from '../present/office-desk.ts';
import { answered } from './meetings.controller.ts';

const { readOfficeDesk, readMeetingPaper, sortAgenda: sorting } = OPERATIONS;
const deskKey = z.object({ at: z.iso.datetime(), id: z.uuid() });

/** The office's desk; the order and the papers of its meetings. */
@Controller()
export class OfficeDeskController {
  readonly #office: Office;

  constructor(@Inject(Office) office: Office) {
    this.#office = office;
  }

  @Operate(readOfficeDesk)
  async desk(@Asks() asking: Asking, @Query({ schema: readOfficeDesk.query }) query: z.infer<typeof readOfficeDesk.query>): Promise<z.infer<(typeof readOfficeDesk.answers)[200]>> {
    const viewer = this.#office.viewer(asking.person);
    const { is } = await this.#office.myDay.find(viewer);
    if (!is.office && !is.administrator) throw new Refused('NOT_ALLOWED', { because: 'notOfOffice' });
    const wish = { stage: query.stage ?? null, body: query.body ?? null, leadUnit: query.leadUnit ?? null, lacking: query.lacking === undefined ? null : query.lacking === 'true', search: words(query.search) };
    return presentOfficeDesk(await this.#office.officeDesk.page(viewer, wish, { limit: query.limit, after: keyOf(query.cursor, deskKey) }));
  }

  @Operate(sorting)
  sort(@Asks() asking: Asking, @Param({ schema: sorting.params }) params: ParamsOf<typeof sorting>, @Body({ schema: sorting.body }) body: BodyOf<typeof sorting>): Promise<z.infer<(typeof sorting.answers)[200]>> {
    return answered(asking, sortAgenda(this.#office.desk, params.id, body.steps, actRequest(asking, { params, body })));
  }

  /** For whoever prepares the meeting, and for the members of the body on its day. */
  @Operate(readMeetingPaper)
  async paper(@Asks() asking: Asking, @Param({ schema: readMeetingPaper.params }) { id, sha256 }: ParamsOf<typeof readMeetingPaper>): Promise<StreamableFile> {
    const viewer = this.#office.viewer(asking.person);
    const paper = found(await this.#office.meetingDetails.paper(id, sha256), 'DOCUMENT_NOT_FOUND', sha256);
    const may = servesMeetings(await this.#office.cases.actor(viewer), paper.body) || (await this.#office.meetingDetails.maySit(viewer, paper.body, paper.on));
    const bytes = may ? await this.#office.files.read(sha256) : null;
    if (may && bytes === null) throw new Error(`the file ${sha256} of meeting ${id} is not in the store`);
    void asking.reply.header('etag', `"${sha256}"`);
    return sendFile(asking, found(bytes, 'DOCUMENT_NOT_FOUND', sha256), paper.mediaType, paper.name, paper.size);
  }
}
