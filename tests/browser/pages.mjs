// Every page of the product, with a way to each of its states: who looks, in which state, at which address, and what is
// done there first. A page that stands in no `routes.rs` is not here, and a route that is not here fails `accessibility`.

// The first act of the page, with its fields as they are.
const send = (page) => page.locator('main form[method=post]').last().locator('button[type=submit]').last().click();
const fill = (values) => async (page) => {
  for (const [name, value] of Object.entries(values)) await page.locator(`main [name="${name}"]`).first().fill(value);
};
// Every text that the page has filled in is taken away.
const emptied = async (page) => {
  for (const field of await page.locator('main form[method=post]').last().locator('input[type=text], input:not([type]), textarea').all()) await field.fill('');
};
const press = (selector) => (page) => page.locator(`main ${selector}`).first().click();
// Follows the first link in the page that leads to such an address.
export const follow = (pattern) => async (page) => {
  const found = await page.locator('a[href]').evaluateAll((links, source) => links.map((link) => link.getAttribute('href')).find((href) => new RegExp(source).test(href)), pattern.source);
  if (!found) throw new Error(`${page.url()} has no link like ${pattern}`);
  await page.goto(found);
};
const ID = '[0-9a-f-]{36}';
const NOBODY_KNOWS = 'zzqx';

const open = [
  ['nobody', 'full', '/logga-in'],
  ['nobody', 'error', '/logga-in', fill({ login: 'nobody@ljusvik.example', password: 'fel lösenord här' }), send],
  ['nobody', 'full', '/tillganglighet'],
  ['nobody', 'full', '/losenord/{secret}'],
  ['nobody', 'error', '/losenord/{secret}', fill({ password: 'kort' }), send],
  ['nobody', 'refused', '/losenord/finns-inte'],
  ['nobody', 'refused', '/admin/start/finns-inte'],
  ['nobody', 'refused', '/finns-inte'],
];

const everybody = [
  ['employee', 'full', '/installningar'],
  ['employee', 'error', '/installningar', fill({ 'old-password': 'fel', 'new-password': 'kort' }), press('form[action="/installningar/losenord"] button')],
  ['employee', 'full', '/installningar/aviseringar'],
  ['employee', 'full', '/sok?q=tangentbord'],
  ['employee', 'empty', `/sok?q=${NOBODY_KNOWS}`],
  ['employee', 'full', '/sok'],
  ['employee', 'refused', '/personer'],
  ['employee', 'refused', '/finns-inte'],
];

const described = fill({ description: 'Skrivaren på plan två svarar inte. Den blinkar rött.' });
const portal = [
  ['employee', 'full', '/hjalp'],
  ['politician', 'empty', '/hjalp'],
  ['employee', 'full', '/hjalp/fel'],
  ['employee', 'error', '/hjalp/fel', send],
  ['employee', 'full', '/hjalp/behov'],
  ['employee', 'full', '/hjalp/fel', described, send],
  ['employee', 'full', '/hjalp/fel', described, send, send],
  ['employee', 'full', '/hjalp/fel', described, send, send, send],
  ['employee', 'full', '/hjalp/fel/enhet'],
  ['employee', 'full', '/hjalp/fel/kontakt'],
  ['employee', 'full', '/hjalp/mina'],
  ['politician', 'empty', '/hjalp/mina'],
  ['employee', 'full', '/hjalp/mina', follow(/^\/hjalp\/mina\/\d+$/)],
  ['employee', 'error', '/hjalp/mina', follow(/^\/hjalp\/mina\/\d+$/), send],
  ['employee', 'refused', '/hjalp/mina/1'],
];

const registers = [
  ['first_line', 'full', '/personer'],
  ['first_line', 'empty', `/personer?q=${NOBODY_KNOWS}`],
  ['first_line', 'full', '/personer', follow(new RegExp(`^/personer/${ID}$`))],
  ['first_line', 'refused', '/personer/finns-inte'],
  ['administrator', 'full', '/personer', follow(new RegExp(`^/personer/${ID}$`))],
  ['administrator', 'full', '/personer/ny'],
  ['administrator', 'error', '/personer/ny', send],
  ['administrator', 'full', '/personer', follow(new RegExp(`^/personer/${ID}$`)), follow(/\/andra$/)],
  ['administrator', 'full', '/personer', follow(new RegExp(`^/personer/${ID}$`)), follow(/\/sluta$/)],
  ['administrator', 'full', '/personer', follow(new RegExp(`^/personer/${ID}$`)), follow(/\/tillhorighet$/)],
  ['administrator', 'error', '/personer', follow(new RegExp(`^/personer/${ID}$`)), follow(/\/tillhorighet$/), send],
  ['administrator', 'full', '/personer', follow(new RegExp(`^/personer/${ID}$`)), follow(new RegExp(`/tillhorighet/${ID}$`))],
  ['first_line', 'full', '/organisation'],
  ['first_line', 'full', '/organisation/bergeskolan'],
  ['administrator', 'full', '/organisation/bergeskolan'],
  ['administrator', 'full', '/organisation/ny'],
  ['administrator', 'error', '/organisation/ny', send],
  ['administrator', 'full', '/organisation/bergeskolan/andra'],
  ['administrator', 'full', '/organisation/bergeskolan/flytta'],
  ['administrator', 'full', '/organisation/bergeskolan/avsluta'],
  ['first_line', 'full', '/grupper'],
  ['first_line', 'full', '/grupper', follow(/^\/grupper\/[a-z-]+$/)],
  ['administrator', 'full', '/grupper', follow(/^\/grupper\/(?!ny)[a-z-]+$/)],
  ['administrator', 'full', '/grupper/ny'],
  ['administrator', 'error', '/grupper/ny', send],
  ['administrator', 'full', '/grupper', follow(/^\/grupper\/(?!ny)[a-z-]+$/), follow(/\/andra$/)],
  ['first_line', 'full', '/tjanster'],
  ['first_line', 'full', '/tjanster', follow(/^\/tjanster\/[a-z-]+$/)],
  ['administrator', 'full', '/tjanster/ny'],
  ['administrator', 'error', '/tjanster/ny', send],
  ['administrator', 'full', '/tjanster', follow(/^\/tjanster\/(?!ny)[a-z-]+$/)],
  ['administrator', 'full', '/tjanster', follow(/^\/tjanster\/(?!ny)[a-z-]+$/), follow(/\/andra$/)],
  ['second_line', 'full', '/enheter'],
  ['second_line', 'empty', `/enheter?q=${NOBODY_KNOWS}`],
  ['second_line', 'full', '/enheter?q=LJU-20417', follow(new RegExp(`^/enheter/${ID}$`))],
  ['second_line', 'full', '/enheter/ny'],
  ['second_line', 'error', '/enheter/ny', send],
  ['second_line', 'full', '/enheter?q=LJU-20417', follow(new RegExp(`^/enheter/${ID}$`)), follow(/\/andra$/)],
  ['second_line', 'full', '/enheter?q=LJU-20417', follow(new RegExp(`^/enheter/${ID}$`)), follow(/\/lamna-ut$/)],
  ['second_line', 'error', '/enheter?q=LJU-20417', follow(new RegExp(`^/enheter/${ID}$`)), follow(/\/lamna-ut$/), send],
  ['second_line', 'full', '/enheter?q=LJU-20417', follow(new RegExp(`^/enheter/${ID}$`)), follow(/\/ta-tillbaka$/)],
];

// `{open}`, `{waiting}` and `{solved}` are tickets that the story has made.
const acts = ['tilldela', 'status', 'vanta', 'leverantor', 'prioritet', 'los', 'stang', 'redigera', 'koppla', 'foljare'];
const desk = [
  ['first_line', 'full', '/arenden'],
  ['first_line', 'full', '/arenden?vy=otilldelade'],
  ['department_head', 'refused', '/arenden'],
  ['it_manager', 'empty', '/arenden?vy=mina'],
  ['first_line', 'empty', `/arenden?q=${NOBODY_KNOWS}`],
  ['first_line', 'full', '/arenden?filter=1&priority=3&status=open'],
  ['first_line', 'refused', '/arenden?status=finns-inte'],
  ['supplier_agent', 'full', '/arenden'],
  ['first_line', 'full', '/arenden/ny'],
  ['first_line', 'error', '/arenden/ny', send],
  ['first_line', 'full', '/arenden/{open}'],
  ['first_line', 'full', '/arenden/{waiting}'],
  ['first_line', 'full', '/arenden/{solved}'],
  ['first_line', 'full', '/arenden/{open}?till=anteckning'],
  ['first_line', 'refused', '/arenden/1'],
  ['first_line', 'full', '/arenden/{open}/varfor-da'],
  ['first_line', 'full', '/arenden/{waiting}/varfor-da'],
  ['first_line', 'full', '/arenden/{open}/utskrift'],
  ...acts.map((act) => ['first_line', 'full', `/arenden/{open}/${act}`]),
  ...['los', 'redigera', 'koppla', 'foljare'].map((act) => ['first_line', 'error', `/arenden/{open}/${act}`, emptied, send]),
  ['first_line', 'full', '/arenden/{solved}/oppna'],
  ...['tilldela', 'status', 'prioritet', 'los'].map((act) => ['first_line', 'full', `/arenden/flera/${act}?nr={open}&nr={waiting}`]),
  ['first_line', 'error', '/arenden/flera/los?nr={open}&nr={waiting}', send],
  ['first_line', 'full', '/sok?q=skrivare'],
  ['administrator', 'full', '/admin/arenden'],
];

const administration = [
  ['administrator', 'full', '/admin'],
  ['administrator', 'full', '/admin/roller'],
  ['administrator', 'empty', `/admin/roller?q=${NOBODY_KNOWS}`],
  ['administrator', 'full', '/admin/roller/ny'],
  ['administrator', 'error', '/admin/roller/ny', send],
  ['administrator', 'full', '/admin/roller', follow(new RegExp(`^/admin/roller/${ID}$`))],
  ['administrator', 'full', '/admin/logg'],
  ['administrator', 'empty', `/admin/logg?q=${NOBODY_KNOWS}`],
  ['administrator', 'full', '/admin/kalender'],
  ['administrator', 'full', '/admin/kalender/ny'],
  ['administrator', 'error', '/admin/kalender/ny', send],
  ['administrator', 'full', '/admin/kalender', follow(new RegExp(`^/admin/kalender/${ID}$`))],
  ['administrator', 'full', '/admin/kalender', follow(new RegExp(`^/admin/kalender/${ID}$`)), follow(/\/andra$/)],
  ['administrator', 'full', '/admin/loften'],
  ['administrator', 'full', '/admin/loften/andra'],
  ['administrator', 'full', '/admin/mejl'],
  ['administrator', 'full', '/admin/mejl', follow(new RegExp(`^/admin/mejl/ut/${ID}$`))],
  ['administrator', 'empty', '/admin/mejl?lage=dead'],
  ['administrator', 'full', '/admin/mejl/in'],
  ['administrator', 'full', '/admin/mejl/in', follow(new RegExp(`^/admin/mejl/in/${ID}$`))],
  ['administrator', 'empty', '/admin/mejl/in?utfall=refused'],
  ['administrator', 'sheet', '/admin/sheet'],
];

export const PAGES = [...open, ...everybody, ...portal, ...desk, ...registers, ...administration]
  .map(([role, state, at, ...acts]) => ({ role, state, at, acts }));

// What answers with no page of its own.
export const NO_PAGE = ['/handelser', '/healthz', '/readyz', '/metrics', '/robots.txt', '/sprak/{lang}', '/bilagor/{id}', '/personer/forslag', '/', '/admin/start'];
