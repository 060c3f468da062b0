import { Controller, Inject, Param, StreamableFile } from '@nestjs/common';
import { attach } from '@totrinh/casework';
import { admitSecrecy, HISTORY_ROUTE, SECRECY_LEVELS, showsDocument } from '@totrinh/domain';
import { OPERATIONS, type ActAnswerBody } from '@totrinh/api-schema';
import type { z } from 'zod';
import { Acts } from '../acts/acts.ts';
import { Asks, type Asking } from '../http/asking.ts';
import { clean } from '../http/clean.ts';
import { Operate } from '../http/operate.ts';
import { receiveUpload } from '../http/receive-upload.ts';
import { accepted, found, Refused } from '../http/refused.ts';
import { Office } from '../office.ts';

const { attachDocument, readDocument } = OPERATIONS;
type Id = z.infer<typeof readDocument.params>;

/** Files of dossiers: in as they arrive, out as they were kept. */
@Controller()
export class DocumentsController {
  readonly #office: Office;
  readonly #acts: Acts;

  constructor(@Inject(Office) office: Office, @Inject(Acts) acts: Acts) {
    this.#office = office;
    this.#acts = acts;
  }

  @Operate(attachDocument)
  async attach(@Asks() asking: Asking, @Param({ schema: attachDocument.params }) params: Id): Promise<ActAnswerBody> {
    // Strangers do not get to fill the disk.
    if (!(await this.#office.cases.maySee(this.#office.viewer(asking.person), params.id))) throw new Refused('DOSSIER_NOT_FOUND', { id: params.id });
    const { fields, file } = await receiveUpload(asking.request, this.#office.files, attachDocument.upload.fields, refuseSecret);
    refuseSecret(fields);
    const command = { role: fields.role, name: clean('name', fields.name), ...file };
    return this.#acts.answer(asking, { params, body: fields, file: file.sha256 }, (request) => attach(this.#office.desk, params.id, command, request));
  }

  @Operate(readDocument)
  async content(@Asks() asking: Asking, @Param({ schema: readDocument.params }) { id }: Id): Promise<StreamableFile> {
    const viewer = this.#office.viewer(asking.person);
    const document = found(await this.#office.documents.find(viewer, id), 'DOCUMENT_NOT_FOUND', id);
    const seen = found(await this.#office.cases.ofDossier(viewer, document.dossier), 'DOCUMENT_NOT_FOUND', id);
    if (!showsDocument(seen.loaded.case, seen.route ?? HISTORY_ROUTE, seen.actor, document.role)) throw new Refused('DOCUMENT_NOT_FOUND', { id });
    const bytes = await this.#office.files.read(document.sha256);
    if (bytes === null) throw new Error(`the file ${document.sha256} of document ${id} is not in the store`);
    // Shown by nobody's browser as a page of this site: saved, or opened by what knows its type.
    void asking.reply.header('etag', `"${document.sha256}"`).header('x-content-type-options', 'nosniff').header('content-security-policy', "default-src 'none'; sandbox");
    return new StreamableFile(bytes, { type: document.mediaType, length: document.size, disposition: `attachment; filename*=UTF-8''${encodeName(document.name ?? id)}` });
  }
}

/** Whoever says that a paper is secret is refused, before anything of it is kept where the form says so first. Errors: SECRET_REFUSED. */
function refuseSecret({ secrecy }: Readonly<Record<string, unknown>>): void {
  const level = SECRECY_LEVELS.find((l) => l === secrecy);
  if (level !== undefined) accepted(admitSecrecy(level));
}

/** RFC 8187. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
