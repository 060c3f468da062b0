import { ApiOffice } from '../api/api-office.ts';
import { dayComes } from '../patterns/pattern-directory.ts';
import { WHO } from '../patterns/pattern-office.ts';
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
let dossier: string;

beforeAll(async () => {
  browser = await TestBrowser.open();
  stage = new Stage(browser);
  office = await ApiOffice.open('cau-chuyen', 0);
  const { name } = office;
  const code = `${name}-de-an`;
  title = `Đề án MẪU ${code}`;
  routeTitle = `Quy trình MẪU ${name}`;
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

/** One dossier from the item of a programme to the opinions of the units that were asked, each test going on where the one before it ended; everybody at a browser of their own. */
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
});
