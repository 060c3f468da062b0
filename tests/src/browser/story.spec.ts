import type { Locator, Page } from 'playwright-core';
import { ApiOffice } from '../api/api-office.ts';
import { eventually } from '../house/eventually.ts';
import { dayComes } from '../patterns/pattern-directory.ts';
import { STANDING, WHO } from '../patterns/pattern-office.ts';
import { actOn, choose, Stage, words } from './acting.ts';
import { TestBrowser, type Visitor } from './browser.ts';
import { attaches, composes, submits, takesUp } from './drafting.ts';
import { storyRoute } from './story-route.ts';

const LONG = 300_000;
const REASON = 'Lý do, nội dung ý kiến';
let browser: TestBrowser;
let stage: Stage;
let office: ApiOffice;
let title: string;
let routeTitle: string;
let meeting: string;
let dossier: string;

beforeAll(async () => {
  browser = await TestBrowser.open();
  stage = new Stage(browser);
  office = await ApiOffice.open('cau-chuyen', 0);
  const { name } = office;
  const code = `${name}-de-an`;
  title = `Đề án MẪU ${code}`;
  routeTitle = `Quy trình MẪU ${name}`;
  meeting = `Phiên họp MẪU ${name}`;
  const published = await office.raw('/routes', { as: WHO.admin, body: { source: storyRoute(`${name}-route`, routeTitle) } });
  if (published.status >= 300) throw new Error(JSON.stringify(published.body));
  await office.raw('/programmes/import', { as: WHO.admin, body: office.programme([code], { cooperating: ['STC', 'BTGTU', 'BNCTU'] }) });
}, LONG);
afterAll(async () => browser.close());

/** One chapter of the story; once one has failed, those after it fail at once. */
let broken = '';
const chapter = (name: string, told: () => Promise<void>): void => test(name, async () => {
  if (broken !== '') throw new Error(`the story ended before: ${broken}`);
  broken = name;
  await told();
  broken = '';
}, LONG);

/** What nothing on the screen of somebody may hinder. */
const unhindered = async (visitor: Visitor): Promise<void> => expect(await visitor.barriers()).toEqual([]);

/** One dossier from the item to the programme's figures, each test going on where the one before it ended; everybody at a browser of their own. */
describe('câu chuyện của một đề án · the story of a scheme', () => {
  chapter('người soạn thảo lập hồ sơ từ một nội dung và trình · the drafter lays a dossier from an item and submits it', async () => {
    const drafter = await stage.person(WHO.drafter);
    dossier = await composes(drafter, title, title, routeTitle);
    await attaches(drafter, 'du-thao', 'Dự thảo MẪU lần một');
    await unhindered(drafter);
    await submits(drafter);
  });

  chapter('người đứng đầu thấy hồ sơ ở bàn mình và chuyển lại có lý do; người soạn thảo đọc lý do, sửa và trình lại · the head returns it with reasons, it is mended and submitted again', async () => {
    const head = await stage.opens(WHO.head, title);
    await unhindered(head);
    await actOn(head, 'Chuyển lại để hoàn thiện', words(REASON, 'Cần làm rõ nguồn lực (MẪU)'));
    const drafter = await stage.person(WHO.drafter);
    await takesUp(drafter, title);
    await drafter.page.getByText('Cần làm rõ nguồn lực (MẪU)').waitFor();
    await attaches(drafter, 'du-thao', 'Dự thảo MẪU lần hai');
    await submits(drafter);
  });

  chapter('văn phòng chuyển lại thì về người đứng đầu trước, rồi mới tới người soạn thảo · what another unit returns reaches the head’s desk, then the drafter', async () => {
    await stage.does(WHO.head, title, 'Đồng ý');
    await stage.does(WHO.checker, title, 'Chuyển lại để hoàn thiện', words(REASON, 'Sai thể thức (MẪU)'));
    await stage.does(WHO.head, title, 'Chuyển người khác xử lý', (dialog, page) => choose(dialog, page, 'Người', /Chuyên viên/, 'Chuyên viên'));
    const drafter = await stage.person(WHO.drafter);
    await takesUp(drafter, title);
    await attaches(drafter, 'du-thao', 'Dự thảo MẪU lần ba');
    await submits(drafter);
  });

  chapter('ba cơ quan được hỏi: một qua văn thư, chuyên viên và thủ trưởng, một trả lời ngay, một im lặng tới hết hạn · three units are asked: one answers through clerk, officer and head, one at once, one stays silent past its date', async () => {
    await stage.does(WHO.head, title, 'Đồng ý');
    await stage.does(WHO.checker, title, 'Đồng ý');
    await stage.does(WHO.askedClerk, title, 'Vào sổ đến', words('Số', '15/đến'));
    await stage.does(WHO.askedHead, title, 'Giao chuyên viên', (dialog, page) => choose(dialog, page, 'Người', /Chuyên viên/, 'Chuyên viên'));
    await stage.does(WHO.askedDrafter, title, 'Trình dự thảo trả lời', async (dialog) => {
      await dialog.getByRole('radio', { name: 'Không đồng ý' }).check();
      await dialog.getByLabel('Nội dung').fill('Dự toán chưa đủ (MẪU)');
    });
    await stage.does(WHO.askedHead, title, 'Không đồng ý', words(REASON, 'Dự toán chưa đủ (MẪU)'));
    await stage.does(WHO.otherHead, title, 'Đồng ý');
    // The third unit's seven working days pass in the store: the house's clock cannot be hurried.
    await dayComes(dossier, 'y-kien');
    const drafter = await stage.person(WHO.drafter);
    await takesUp(drafter, title);
    await drafter.go(`/dossiers/${dossier}`);
    await drafter.page.getByText(/1 không trả lời trong hạn/i).first().waitFor();
    await unhindered(drafter);
  });

  chapter('ý kiến trái được tiếp thu trong bảng tổng hợp, tờ trình được lập và trình · the dissenting opinion is answered in the table, the submission is written', async () => {
    const drafter = await stage.opens(WHO.drafter, title);
    await unhindered(drafter);
    await actOn(drafter, 'Tiếp thu, giải trình', answers(/Sở Tài chính/));
    await takesUp(drafter, title);
    await attaches(drafter, 'to-trinh', 'Tờ trình MẪU');
    await submits(drafter);
  });

  chapter('cơ quan thẩm định đồng ý với điều kiện; người soạn thảo bổ sung · the appraiser agrees on conditions, which are met', async () => {
    await stage.does(WHO.officeDeputy, title, 'Đồng ý với điều kiện', async (dialog) => {
      await dialog.getByLabel(REASON).fill('Bổ sung phương án kinh phí (MẪU)');
      await dialog.getByLabel('Yêu cầu 1').fill('Bổ sung phương án kinh phí (MẪU)');
    });
    await stage.does(WHO.drafter, title, 'Tiếp thu, giải trình', answers(/Văn phòng/));
    const drafter = await stage.person(WHO.drafter);
    await takesUp(drafter, title);
    await attaches(drafter, 'du-thao', 'Dự thảo MẪU lần bốn');
    await submits(drafter);
  });

  chapter('Thường trực cho ý kiến trên điện thoại · a standing member agrees on a phone', async () => {
    const leader = await stage.person(STANDING[1], { size: 'phone' });
    const card = leader.page.getByRole('article', { name: title });
    await eventually('it lies before the leader', async () => {
      await leader.go('/leader');
      return (await card.count()) > 0;
    }, { withinMs: 60_000, everyMs: 500 });
    await unhindered(leader);
    expect(await leader.page.locator('#main').innerText()).not.toMatch(/quá hạn/i);
    await card.getByRole('button', { name: 'Đồng ý đưa ra' }).click();
    await leader.page.getByRole('dialog').getByRole('button', { name: 'Gửi: Đồng ý đưa ra' }).click();
    await leader.page.getByText('Đã ghi ý kiến “Đồng ý đưa ra”').first().waitFor();
  });

  chapter('văn phòng đưa vào chương trình hội nghị · the office puts it on the agenda of a meeting', async () => {
    await meets();
    const checker = await stage.person(WHO.checker);
    const row = checker.page.getByRole('row').filter({ hasText: title });
    await eventually('it waits for a meeting', async () => {
      await checker.go(`/office?search=${encodeURIComponent(title)}`);
      return (await row.getByRole('button').count()) > 0;
    }, { withinMs: 60_000, everyMs: 500 });
    await unhindered(checker);
    await row.getByRole('button').click();
    const dialog = checker.page.getByRole('dialog');
    await dialog.getByRole('radio', { name: meeting }).check();
    await dialog.getByRole('button', { name: 'Đưa vào hội nghị' }).click();
    await checker.page.getByText('đã có trong chương trình hội nghị').first().waitFor();
  });

  chapter('nhập 9 trên 17, giao hoàn thiện hai yêu cầu; người thứ hai xác nhận · the office records 9 of 17 with two demands, a second person confirms', async () => {
    await stage.does(WHO.checker, title, 'Nhập kết quả biểu quyết', async (form) => {
      for (const [label, count] of [['Có mặt', 12], ['Đồng ý', 9], ['Không đồng ý', 2], ['Ý kiến khác', 1], ['Không biểu quyết', 0]] as const) await form.getByRole('textbox', { name: label, exact: true }).fill(String(count));
      await form.getByRole('textbox', { name: 'Yêu cầu 1' }).fill('Bổ sung dự toán (MẪU)');
      await form.getByRole('button', { name: 'Thêm yêu cầu' }).click();
      await form.getByRole('textbox', { name: 'Yêu cầu 2' }).fill('Làm rõ lộ trình (MẪU)');
    });
    const second = await stage.person(WHO.officeHead);
    await second.go(`/dossiers/${dossier}`);
    await actOn(second, 'Xác nhận đề nghị', async (dialog) => {
      for (const shown of ['Danh sách: 17 thành viên · Có mặt: 12 · Đồng ý: 9 · Không đồng ý: 2 · Ý kiến khác: 1 · Không biểu quyết: 0', 'Bổ sung dự toán (MẪU)', 'Làm rõ lộ trình (MẪU)']) await dialog.getByText(shown).waitFor();
    });
    await second.page.getByText(/9\/17/).first().waitFor();
    await unhindered(second);
  });

  chapter('hoàn thiện từng yêu cầu, người ký xác nhận rồi ký · each demand is answered, the signer confirms and signs', async () => {
    const head = await stage.opens(WHO.head, title);
    for (const demand of ['Bổ sung dự toán (MẪU)', 'Làm rõ lộ trình (MẪU)']) {
      await actOn(head, 'Trả lời yêu cầu của kết luận', async (dialog, page) => {
        await choose(dialog, page, 'Yêu cầu', demand);
        await dialog.getByLabel('Nội dung').fill(`Đã làm: ${demand}`);
      });
    }
    await actOn(head, 'Chốt bản hoàn thiện');
    await stage.does(STANDING[0], title, 'Xác nhận bản hoàn thiện');
    await stage.does(STANDING[0], title, 'Nhận việc');
    await stage.does(STANDING[0], title, 'Ký');
  });

  chapter('văn thư cấp số, ban hành; chương trình tính thêm một nội dung hoàn thành · it is numbered and issued, and the programme counts it', async () => {
    const officeHead = await stage.person(WHO.officeHead);
    const counts = async (figures: RegExp): Promise<void> => {
      await officeHead.go(`/programmes/${office.name}`);
      await officeHead.page.getByText(figures).first().waitFor();
    };
    await counts(/Đến \d+\/7\/2022: 1 = 0 \+ /);
    await stage.does(WHO.clerk, title, 'Cấp số, ban hành');
    await officeHead.go(`/dossiers/${dossier}`);
    await officeHead.page.getByText(/-ĐA\/TU/).first().waitFor();
    await unhindered(officeHead);
    await counts(/Đến \d+\/7\/2022: 1 = 1 \+ 0 \+ 0/);
    await unhindered(officeHead);
  });
});

/** Accepts the opinion of this unit, with a reason. */
const answers = (unit: RegExp) => async (dialog: Locator, page: Page): Promise<void> => {
  await choose(dialog, page, 'Ý kiến', unit);
  await dialog.getByRole('radio', { name: 'Tiếp thu', exact: true }).check();
  await dialog.getByLabel(REASON).fill('Đã tiếp thu (MẪU)');
};

/** The committee has a meeting today. */
async function meets(): Promise<void> {
  const today = String((await office.raw('/me', { as: WHO.checker, method: 'GET' })).body['today']);
  await office.raw('/meetings', { as: WHO.checker, body: { body: 'ban-thuong-vu', on: today, title: meeting, place: 'Phòng họp MẪU' } });
}
