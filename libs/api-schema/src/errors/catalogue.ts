import type { ErrorCode } from '@totrinh/domain';

/** A sentence in both languages. `{name}` takes the refusal's detail of that name; `[ … ]` is left out when one of its details is missing. */
export interface Bilingual { readonly vi: string; readonly en: string }

/** What a code says to whoever asked: the HTTP status, what happened, and what to do now. */
export interface ErrorEntry extends Bilingual {
  readonly status: number;
  readonly advice: Bilingual;
}

const entry = (status: number, vi: string, en: string, adviceVi: string, adviceEn: string): ErrorEntry => ({ status, vi, en, advice: { vi: adviceVi, en: adviceEn } });

const LOOK = ['Kiểm tra lại đường dẫn, hoặc hỏi người phụ trách hồ sơ.', 'Check the address, or ask whoever answers for the dossier.'] as const;
const RELOAD = ['Tải lại hồ sơ để xem tình trạng mới nhất.', 'Load the dossier again to see where it stands now.'] as const;
const SIGN_IN = ['Đăng nhập lại rồi thử lại.', 'Sign in again and try once more.'] as const;
const LATER = ['Chờ vài giây rồi gửi lại với cùng Idempotency-Key.', 'Wait a few seconds and send it again with the same Idempotency-Key.'] as const;

/** The catalogue of errors: exhaustive by type over the domain's codes. docs/errors.md is generated from it. */
export const ERRORS: Readonly<Record<ErrorCode, ErrorEntry>> = {
  DOSSIER_NOT_FOUND: entry(404, 'Không tìm thấy hồ sơ.', 'There is no such dossier.', ...LOOK),
  TASK_NOT_FOUND: entry(404, 'Không tìm thấy việc này.', 'There is no such task.', ...LOOK),
  PROGRAMME_NOT_FOUND: entry(404, 'Không tìm thấy chương trình.', 'There is no such programme.', ...LOOK),
  ITEM_NOT_FOUND: entry(404, 'Không tìm thấy nội dung[ “{item}”] trong chương trình.', 'There is no programme item[ “{item}”].', 'Kiểm tra lại mã nội dung.', 'Check the code of the item.'),
  ROUTE_NOT_FOUND: entry(404, 'Không tìm thấy quy trình[ “{route}”].', 'There is no published route[ “{route}”].', 'Chọn một quy trình đã công bố.', 'Choose a route that has been published.'),
  DOCUMENT_NOT_FOUND: entry(404, 'Không tìm thấy văn bản.', 'There is no such document.', ...LOOK),
  REGISTER_NOT_FOUND: entry(404, 'Không tìm thấy sổ văn bản để lấy số.', 'There is no register to number in.', 'Đề nghị quản trị lập sổ cho cơ quan ban hành và loại văn bản này.', 'Ask the administrator to enter a register for this issuer and document type.'),
  PERSON_UNKNOWN: entry(403, 'Tài khoản này chưa có trong danh sách cán bộ.', 'This account is not in the directory of people.', 'Đề nghị quản trị thêm người này vào hệ thống.', 'Ask the administrator to enter this person.'),

  DOSSIER_CLOSED: entry(409, 'Hồ sơ đã kết thúc[ ({status})].', 'The dossier is closed[ ({status})].', 'Không xử lý thêm được; mở hồ sơ mới nếu cần.', 'Nothing more can be done in it; open a new dossier if one is needed.'),
  TASK_CLOSED: entry(409, 'Việc này đã khép lại[: {by} đã xử lý trước][, kết quả “{outcome}”].', 'This task is closed[: {by} was first][, with the outcome “{outcome}”].', ...RELOAD),
  TASK_HELD_BY_OTHER: entry(409, 'Việc này đang do người khác[ ({holder})] giữ.', 'Somebody else[ ({holder})] holds this task.', 'Chờ người ấy trả lại việc, hoặc trao đổi trực tiếp.', 'Wait until they release it, or talk to them.'),
  TASK_NOT_OFFERED: entry(409, 'Việc này không ở trạng thái chờ nhận.', 'This task is not on offer.', ...RELOAD),
  TASK_NOT_HELD: entry(409, 'Việc này không do bạn nhận nên không trả lại được.', 'You have not claimed this task, so it cannot be released.', ...RELOAD),
  STEP_CLOSED_BY_TIME: entry(409, 'Bước này đã hết hạn và đã khép lại.', 'This step was closed when its time ran out.', ...RELOAD),
  STILL_MOVING: entry(409, 'Hệ thống đang chuyển bước hồ sơ này.', 'The dossier is being moved to its next step.', ...LATER),
  OUTCOME_NOT_POSSIBLE: entry(422, 'Không có kết quả[ “{outcome}”] ở bước này[; chọn một trong: {possible}].', 'The outcome[ “{outcome}”] is not possible at this step[; choose one of: {possible}].', 'Chọn một kết quả mà bước này có.', 'Choose an outcome that this step has.'),
  REASON_REQUIRED: entry(422, 'Kết quả này cần nêu lý do.', 'This needs a reason.', 'Ghi lý do để người nhận biết phải làm gì.', 'Write why, so that whoever receives it knows what to do.'),
  RETURN_TARGET_NOT_LEGAL: entry(422, 'Không chuyển lại về bước[ “{to}”] được[; các bước được phép: {legal}].', 'The dossier cannot be returned there[ (“{to}”)][; legal steps: {legal}].', 'Chọn một bước mà hồ sơ đã qua.', 'Choose a step that the dossier has passed.'),
  SELF_APPROVAL: entry(403, 'Người soạn thảo không được duyệt hồ sơ của chính mình.', 'The drafter may not judge their own dossier.', 'Để người khác có thẩm quyền xử lý việc này.', 'Leave this task to somebody else who may decide it.'),
  NOT_ALLOWED: entry(403, 'Bạn không có quyền làm việc này.', 'You may not do this.', 'Xem “Căn cứ” của hành động để biết vì sao, hoặc hỏi quản trị.', 'See the reason of the action, or ask the administrator.'),
  NO_OPEN_DRAFT: entry(409, 'Nội dung đã đóng băng vì không có bước soạn thảo nào đang mở.', 'The content is frozen: no draft step is open.', 'Rút lại hồ sơ, hoặc đề nghị chuyển lại để hoàn thiện.', 'Recall the dossier, or ask for it to be returned.'),
  DOCUMENT_MISSING: entry(422, 'Còn thiếu văn bản[: {missing}].', 'Documents are missing[: {missing}].', 'Đính kèm đủ rồi trình lại.', 'Attach them and submit again.'),
  RECALL_TOO_LATE: entry(409, 'Không rút lại được nữa vì người nhận đã xem hồ sơ.', 'It is too late to recall: the dossier has been seen.', 'Đề nghị người nhận chuyển lại để hoàn thiện.', 'Ask whoever received it to return it.'),
  NOTHING_TO_RECALL: entry(409, 'Hồ sơ chưa được trình nên không có gì để rút.', 'There is no submission to recall.', ...RELOAD),
  ALREADY_ISSUED: entry(409, 'Hồ sơ đã được ban hành[ (số {number})].', 'The dossier has been issued[ (number {number})].', 'Muốn thay đổi thì ban hành văn bản thay thế.', 'To change it, issue another document in its place.'),
  APPROVAL_NOT_IN_FORCE: entry(409, 'Chưa đủ phê duyệt còn hiệu lực để ban hành[: {steps}].', 'A mandatory approval is not in force[: {steps}].', 'Đưa nội dung hiện tại qua lại các bước ấy.', 'Lead the present content through those steps again.'),
  NUMBER_DATE_DECREASES: entry(409, 'Ngày ban hành[ {on}] sớm hơn ngày của số gần nhất[ ({lastOn})].', 'The day of issue[ {on}] lies before that of the latest number[ ({lastOn})].', 'Số văn bản theo thứ tự thời gian, không lùi ngày; kiểm tra ngày của máy.', 'Numbers follow time and are never back-dated; check the day of the system.'),
  ITEM_TAKEN: entry(409, 'Nội dung[ “{item}”] đã có hồ sơ.', 'The item[ “{item}”] already has a dossier.', 'Mở hồ sơ đang có thay vì lập hồ sơ mới.', 'Open the dossier that exists instead of a new one.'),
  DUE_IN_PAST: entry(422, 'Hạn[ {dueOn}] đã ở trong quá khứ[ (hôm nay {today})].', 'The due date[ {dueOn}] lies in the past[ (today is {today})].', 'Chọn một ngày từ hôm nay trở đi.', 'Choose today or a later day.'),

  DOSSIER_SUSPENDED: entry(409, 'Hồ sơ đang tạm dừng[ đến {until}].', 'The dossier is suspended[ until {until}].', 'Chờ tới ngày hẹn, hoặc đề nghị tiếp tục sớm.', 'Wait for that day, or have it resumed.'),
  NOT_SUSPENDED: entry(409, 'Hồ sơ không tạm dừng.', 'The dossier is not suspended.', ...RELOAD),
  BOTH_INITIALS: entry(403, 'Một người không ký nháy cả nội dung và thể thức của một hồ sơ.', 'Nobody gives the initials of both content and form on one dossier.', 'Để người khác kiểm tra phần còn lại.', 'Leave the other check to somebody else.'),
  NO_SUBSTITUTE: entry(403, 'Biểu quyết và ký không có người làm thay.', 'Votes and signatures admit no substitute.', 'Chờ chính người ấy, hoặc sửa danh sách theo quyết định.', 'Wait for the person themselves, or correct the roster by a decision.'),
  FRESH_SIGN_IN_REQUIRED: entry(401, 'Hành động này cần đăng nhập lại[ trong vòng {minutes} phút].', 'This needs a fresh sign-in[, at most {minutes} minutes old].', 'Đăng nhập lại rồi làm ngay.', 'Sign in again and act at once.'),
  VERB_NOT_IN_STEP: entry(409, 'Bước này không cho làm việc ấy.', 'This step does not offer that.', 'Xem các hành động được phép của hồ sơ.', 'See the allowed actions of the dossier.'),
  SAME_PERSON: entry(403, 'Việc này cần hai người: người đề nghị không tự xác nhận.', 'This takes two people: whoever proposed it does not confirm it.', 'Đề nghị người khác có thẩm quyền xác nhận.', 'Ask somebody else with the authority to confirm.'),
  PROPOSAL_NOT_FOUND: entry(404, 'Không có đề nghị này, hoặc đã được trả lời.', 'There is no such proposal, or it was answered.', ...RELOAD),
  PROPOSAL_STALE: entry(409, 'Đề nghị không còn phù hợp vì hồ sơ đã đổi, hoặc đã có một đề nghị như vậy đang chờ.', 'The proposal does not fit any more since the dossier has moved, or one like it waits already.', 'Tải lại hồ sơ, rồi đề nghị lại nếu còn cần.', 'Load the dossier again, and propose anew if it is still needed.'),
  FIELDS_INVALID: entry(422, 'Dữ liệu của hồ sơ chưa đúng với khai báo của quy trình.', 'The facts of the case do not fit what the route declares.', 'Xem details.fields để biết ô nào sai và cần kiểu gì.', 'See details.fields for what is wrong and which type is wanted.'),
  RESPONSES_MISSING: entry(422, 'Còn[ {count}] ý kiến chưa được tiếp thu, giải trình.', 'Opinions are still without a response[: {count}].', 'Trả lời từng ý kiến trong bảng tổng hợp rồi trình lại.', 'Answer each one in the table of responses and submit again.'),
  DEMANDS_REQUIRED: entry(422, 'Thông qua, giao hoàn thiện thì phải nêu yêu cầu.', 'An approval subject to finishing needs its demands.', 'Ghi ít nhất một yêu cầu.', 'Write at least one demand.'),
  DEMANDS_UNANSWERED: entry(422, 'Còn yêu cầu của kết luận chưa được trả lời.', 'Demands of the conclusion are still unanswered.', 'Trả lời từng yêu cầu rồi báo hoàn thiện.', 'Answer each of them, then finish.'),
  DEMAND_NOT_FOUND: entry(404, 'Không tìm thấy yêu cầu này trong kết luận.', 'There is no such demand.', ...RELOAD),
  DECISION_NOT_FOUND: entry(404, 'Không tìm thấy ý kiến này trong hồ sơ.', 'There is no such opinion in the dossier.', ...RELOAD),
  STEP_NOT_FOUND: entry(404, 'Không có bước này đang mở.', 'There is no such open step.', ...RELOAD),
  STEP_CANNOT_BE_SKIPPED: entry(422, 'Bước[ {kind}] này không bỏ qua được.', 'This step[ ({kind})] cannot be skipped.', 'Phê duyệt, biểu quyết, ký và ban hành luôn phải làm.', 'Approvals, votes, signatures and issues are always done.'),
  COUNTS_INVALID: entry(422, 'Số phiếu không khớp[ ở {field}].', 'The counts cannot be true[ at {field}].', 'Số ý kiến không vượt số người dự, số dự không vượt số thành viên.', 'No more opinions than people present, no more present than members.'),
  NOT_INCUMBENT: entry(422, 'Người này hôm nay không giữ chức vụ cần thiết[ ({person})].', 'That person does not hold the needed post today[ ({person})].', 'Chọn người đương nhiệm.', 'Choose an incumbent.'),
  MEMBER_HAS_CAST: entry(409, 'Thành viên này đã bỏ phiếu kín.', 'This member has cast a secret ballot.', 'Phiếu kín đã bỏ không rút ra được.', 'A secret ballot that was cast cannot be taken out.'),
  PARTICIPANT_TWICE: entry(409, 'Cơ quan hoặc người này đã ở trong bước.', 'That unit or person takes part in the step already.', 'Không cần thêm lần nữa.', 'There is no need to add them again.'),
  NUDGE_TOO_SOON: entry(409, 'Hôm nay đã nhắc việc này.', 'This task was nudged today.', 'Nhắc lại vào ngày khác.', 'Nudge again on another day.'),
  NOT_ISSUED: entry(409, 'Hồ sơ chưa ban hành nên không có gì để thu hồi.', 'The dossier has not been issued, so there is nothing to withdraw.', ...RELOAD),
  ALREADY_WITHDRAWN: entry(409, 'Văn bản này đã được thu hồi.', 'The document has been withdrawn.', ...RELOAD),
  ROUTE_NOT_FOR_ITEM: entry(422, 'Quy trình[ “{route}”] không dành cho nội dung này.', 'The route[ “{route}”] is not made for this item.', 'Chọn quy trình dành cho loại nội dung và cấp thẩm quyền ấy.', 'Choose a route for its kind and its authority.'),
  MIGRATION_IMPOSSIBLE: entry(422, 'Không chuyển hồ sơ sang phiên bản quy trình ấy được.', 'The dossier cannot be moved to that version of the route.', 'Xem details để biết bước nào không có chỗ, rồi nêu chỗ của nó trong mapping.', 'See details for the step without a place, and name one in mapping.'),
  LADDER_NOT_FOUND: entry(404, 'Không tìm thấy quy định nhắc việc này.', 'There is no such ladder.', 'Xem danh sách quy định nhắc việc.', 'See the list of ladders.'),
  LADDER_INVALID: entry(422, 'Quy định nhắc việc chưa đúng.', 'The ladder is not sound.', 'Xem details.faults: mỗi lỗi nói bậc nào và sửa thế nào.', 'See details.faults: each names the rung and says what to do.'),
  LADDER_UNCHANGED: entry(409, 'Nội dung giống hệt phiên bản đang dùng[ ({version})].', 'That is just what the present version[ ({version})] says.', 'Không cần công bố lại.', 'There is nothing to publish.'),
  ABSENCE_NOT_FOUND: entry(404, 'Không tìm thấy lần vắng này.', 'There is no such absence.', 'Xem danh sách lần vắng của bạn.', 'See the list of your absences.'),
  ABSENCE_CHAIN: entry(409, 'Người xử lý thay cũng vắng, hoặc đang thay người khác.', 'The substitute is away too, or stands in for somebody else.', 'Cử một người có mặt suốt thời gian ấy.', 'Name somebody who is there all that time.'),
  ABSENCE_OVERLAP: entry(409, 'Đã có một lần vắng trùng thời gian.', 'There is an absence at that time already.', 'Kết thúc lần vắng kia, hoặc chọn ngày khác.', 'End the other one, or choose other days.'),
  MEETING_NOT_FOUND: entry(404, 'Không tìm thấy hội nghị này.', 'There is no such meeting.', 'Kiểm tra lại trong danh sách hội nghị.', 'Check the list of meetings.'),
  MEETING_CLOSED: entry(409, 'Hội nghị đã kết thúc.', 'The meeting is closed.', 'Chọn một hội nghị khác.', 'Choose another meeting.'),
  NOT_ON_AGENDA: entry(409, 'Hồ sơ không ở trong chương trình của hội nghị này.', 'The dossier is not on the agenda of that meeting.', 'Đưa hồ sơ vào chương trình trước.', 'Put it on the agenda first.'),
  MILESTONE_UNKNOWN: entry(422, 'Không có mốc[ “{milestone}”], hoặc mốc ấy đã đạt.', 'There is no milestone[ “{milestone}”], or it has been reached.', 'Chọn một mốc chưa đạt của bước theo dõi.', 'Choose a milestone of the follow-up that is still open.'),
  NOT_OF_UNIT: entry(422, 'Người này không thuộc cơ quan được giao việc[ ({person})].', 'That person is not of the unit that has the task[ ({person})].', 'Chọn người cùng cơ quan.', 'Choose somebody of the same unit.'),
  ALREADY_REGISTERED: entry(409, 'Cơ quan đã vào sổ đến việc này[ (số {number})].', 'The unit has registered this already[ (number {number})].', ...RELOAD),
  REGISTER_RECORDS: entry(422, 'Sổ này chỉ ghi lại số đã cấp ở nơi khác.', 'This register only records numbers given elsewhere.', 'Gửi kèm số đã được cấp.', 'Send the number that was given.'),
  REGISTER_GIVES: entry(422, 'Sổ này tự cấp số.', 'This register gives the numbers itself.', 'Ban hành mà không nêu số.', 'Issue without naming a number.'),
  NUMBER_NOT_FREE: entry(409, 'Số[ {number}] đã dùng hoặc nằm ngoài dãy số.', 'The number[ {number}] is taken or outside its series.', 'Kiểm tra sổ và chọn số đúng.', 'Check the register and take the right number.'),
  DATE_INVALID: entry(422, 'Ngày không dùng được ở đây.', 'That day cannot be used here.', 'Chọn một ngày hợp lý so với hôm nay và với ngày đã có.', 'Choose a day that fits today and the days given already.'),
  BULK_NOT_ALLOWED: entry(422, 'Việc này không xử lý hàng loạt: biểu quyết, ký và phê duyệt của cấp thẩm quyền làm từng việc.', 'This is not done in bulk: votes, signatures and approvals of the authority are given one by one.', 'Mở từng việc để xử lý.', 'Open the task and act on it alone.'),

  TEXT_CONTROL_CHARACTER: entry(422, 'Văn bản[ ở ô {field}] có ký tự điều khiển[ tại vị trí {position}].', 'The text[ of {field}] has a control character[ at position {position}].', 'Xóa ký tự ấy (thường do dán từ tệp khác) rồi gửi lại.', 'Remove it (it often comes from pasting) and send again.'),
  TEXT_TOO_LONG: entry(422, 'Văn bản[ ở ô {field}] dài quá[: {length} ký tự][, tối đa {limit}].', 'The text[ of {field}] is too long[: {length} characters][, at most {limit}].', 'Rút gọn, hoặc đính kèm thành tệp.', 'Shorten it, or attach it as a file.'),
  TEXT_EMPTY: entry(422, 'Văn bản[ ở ô {field}] đang trống.', 'The text[ of {field}] is empty.', 'Nhập nội dung rồi gửi lại.', 'Write something and send again.'),
  FILE_TYPE_REFUSED: entry(415, 'Loại tệp này[ ({found})] không được nhận.', 'This type of file[ ({found})] is not accepted.', 'Gửi tệp PDF, DOCX, XLSX, PNG, JPEG hoặc văn bản thuần UTF-8.', 'Send PDF, DOCX, XLSX, PNG, JPEG or plain UTF-8 text.'),
  FILE_TOO_LARGE: entry(413, 'Tệp lớn quá[: tối đa {limitMegabytes} MB].', 'The file is too large[: at most {limitMegabytes} MB].', 'Nén hoặc chia nhỏ tệp rồi gửi lại.', 'Compress or split the file and send it again.'),
  ROUTE_INVALID: entry(422, 'Quy trình chưa công bố được vì còn lỗi.', 'The route cannot be published as it stands.', 'Sửa từng lỗi ở các dòng nêu trong details.faults.', 'Mend each fault at the lines named in details.faults.'),
  ROUTE_VERSION_FROZEN: entry(409, 'Quy trình này đã công bố[ (phiên bản {version})] và không có gì thay đổi.', 'This route is published already[ (version {version})] and nothing has changed.', 'Chỉ công bố khi có thay đổi; bản đã công bố không sửa được.', 'Publish only what has changed; a published version is frozen.'),
  IMPORT_INVALID: entry(422, 'Không nhập dòng nào vì tệp nhập còn lỗi.', 'Nothing was imported: the file has faults.', 'Sửa từng dòng nêu trong details.faults rồi nhập lại.', 'Mend each row named in details.faults and import again.'),

  SETTING_NOT_FOUND: entry(404, 'Không có thiết lập[ “{key}”].', 'There is no setting[ “{key}”].', 'Xem danh sách thiết lập.', 'See the list of settings.'),
  SETTING_INVALID: entry(422, 'Thiết lập[ “{key}”] không nhận giá trị này.', 'The setting[ “{key}”] does not take that value.', 'Xem giá trị hiện tại và kiểu của thiết lập.', 'See the present value and the type of the setting.'),
  BRIEFING_NOT_FOUND: entry(404, 'Không có mục này trong danh sách báo cáo giao ban.', 'There is no such entry on the briefing list.', 'Tải lại danh sách báo cáo giao ban.', 'Load the briefing list again.'),
  BRIEFING_HEARD: entry(409, 'Mục này đã được báo cáo[ ngày {on}].', 'This entry has been heard[ on {on}].', 'Tải lại danh sách báo cáo giao ban.', 'Load the briefing list again.'),
  FEED_NOT_FOUND: entry(404, 'Địa chỉ lịch này không có hoặc đã hết hiệu lực.', 'This calendar address does not exist, or was ended.', 'Đăng nhập và lập địa chỉ lịch mới.', 'Sign in and make a new calendar address.'),
  VERSION_MISMATCH: entry(412, 'Việc hoặc hồ sơ này đã thay đổi sau khi bạn mở.', 'The task or dossier has changed since you opened it.', 'Tải lại chính việc ấy (hoặc hồ sơ, nếu hành động trên hồ sơ) để lấy ETag mới.', 'Load the task again (or the dossier, if you acted on the dossier) to get its new ETag.'),
  VERSION_REQUIRED: entry(428, 'Thiếu If-Match: hành động này cần ETag của bản bạn đang xem.', 'If-Match is missing: this act needs the ETag of what you are looking at.', 'Đọc lại việc hoặc hồ sơ và gửi kèm ETag của nó.', 'Read the task or dossier and send its ETag along.'),
  IDEMPOTENCY_KEY_REQUIRED: entry(400, 'Thiếu Idempotency-Key, hoặc khóa sai dạng (cần 1–200 ký tự ASCII nhìn thấy được).', 'Idempotency-Key is missing or malformed (it takes 1–200 visible ASCII characters).', 'Gửi kèm một khóa mới cho mỗi hành động, và giữ nguyên khi gửi lại.', 'Send a fresh key with each act, and the same one when you repeat it.'),
  IDEMPOTENCY_KEY_REUSED: entry(422, 'Idempotency-Key này đã dùng cho một yêu cầu khác.', 'This Idempotency-Key was used for another request.', 'Dùng một khóa mới.', 'Use a new key.'),
  IDEMPOTENCY_KEY_RUNNING: entry(409, 'Yêu cầu với Idempotency-Key này đang được xử lý.', 'The request with this Idempotency-Key is still running.', ...LATER),
  REQUEST_INVALID: entry(400, 'Yêu cầu chưa đúng dạng.', 'The request is not of the right shape.', 'Xem details.faults để biết ô nào sai.', 'See details.faults for what is wrong where.'),
  CONTENT_TYPE_REFUSED: entry(415, 'Content-Type của yêu cầu không được nhận[; cần {expected}].', 'The Content-Type of the request is not accepted[; it must be {expected}].', 'Gửi lại với đúng Content-Type.', 'Send it again with the right Content-Type.'),
  BODY_TOO_LARGE: entry(413, 'Yêu cầu lớn quá: tối đa 1 MB.', 'The request is too large: at most 1 MB.', 'Rút gọn, hoặc gửi phần dài thành tệp đính kèm.', 'Shorten it, or send what is long as an attached file.'),
  TOKEN_MISSING: entry(401, 'Chưa đăng nhập.', 'You are not signed in.', ...SIGN_IN),
  TOKEN_INVALID: entry(401, 'Phiên đăng nhập không hợp lệ hoặc đã hết hạn.', 'The sign-in is not valid or has expired.', ...SIGN_IN),
  BUSY: entry(503, 'Hồ sơ đang bận vì có người khác đang xử lý.', 'The dossier is busy: somebody else is acting on it.', ...LATER),
  SERVICE_AWAY: entry(503, 'Một dịch vụ mà hệ thống cần đang tạm vắng.', 'A service that the system needs is away.', ...LATER),
  NO_SUCH_ROUTE: entry(404, 'Không có địa chỉ này.', 'There is no such address.', 'Xem các địa chỉ ở /api/docs.', 'See /api/docs for those that exist.'),
  INTERNAL: entry(500, 'Hệ thống gặp lỗi ngoài dự kiến.', 'Something unexpected went wrong.', 'Thử lại; nếu còn lỗi, gửi mã correlationId cho quản trị.', 'Try again; if it stays, send the correlationId to the administrator.'),
};
