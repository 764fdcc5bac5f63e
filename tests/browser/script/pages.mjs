// The pages of the stand-in: the names of `crates/web/src/page/README.md`, and no more around them than the scripts need.

import { house } from "./house.mjs";

const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const TOKEN = `<input type="hidden" name="csrf" value="token">`;

function toastPart() {
  const { toast } = house;
  house.toast = null;
  if (!toast) return "";
  const undo = toast.undo && `<form method="post" action="${toast.undo}">${TOKEN}<button class="btn" data-key="z">Ångra</button></form>`;
  return `<div class="toast" data-toast><p>${escaped(toast.text)}</p>${undo ?? ""}<button class="btn" type="button" data-dismiss hidden aria-label="Stäng">×</button></div>`;
}

function page(room, title, body) {
  const saved = house.saved ? `data-saved-draft="${house.saved}"` : "";
  house.saved = null;
  return `<!DOCTYPE html>
<html lang="sv" data-account="a1" data-stream="/handelser" ${saved} ${house.shortcutsOff ? 'data-shortcuts="off"' : ""}
  data-offline="Det gick inte att nå servern. Din text finns kvar.">
<head><meta charset="utf-8"><title>${escaped(title)} – Enhet</title><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="csrf" content="token"><link rel="icon" href="data:,"><link rel="stylesheet" href="/${room}.css"><script type="module" src="/${room}.js"></script></head>
<body class="${room === "agent" ? "agent" : "read"}"><a class="skip" href="#main">Hoppa till innehållet</a>${body}
<div class="sr" id="say" role="status"></div><div class="toasts" id="toasts" role="status">${toastPart()}</div></body></html>`;
}

export const messagePage = (heading, room = "agent", more = "") =>
  page(room, heading, `<main class="page" id="main" tabindex="-1"><h1>${heading}</h1>${more}</main>`);

const MENU = `<header class="sidemenu"><a class="find" href="/sok" data-palette>Sök</a>
<nav class="nav" aria-label="Meny"><a href="/arenden" data-go="a">Ärenden</a><a href="/personer" data-go="p">Personer</a></nav>
<details class="account" data-popup><summary>JÅ</summary><div><form method="post" action="/logga-ut" data-sign-out><button class="item">Logga ut</button></form></div></details></header>`;

const DIALOGS = `<dialog class="palette" id="palette" aria-label="Sök" data-do="Gör" data-recent="Senast"><form method="get" action="/sok" role="search">
<div class="ask"><input type="text" name="q" role="combobox" aria-label="Sök" aria-autocomplete="list" aria-expanded="false" aria-controls="palette-options"></div>
<div class="options" id="palette-options" role="listbox" aria-label="Svar"></div></form></dialog>
<dialog id="shortcuts" aria-labelledby="shortcuts-title"><div class="dlg"><header><h2 id="shortcuts-title">Kortkommandon</h2>
<form method="dialog"><button class="btn" aria-label="Stäng">×</button></form></header></div></dialog>`;

const row = ({ n, title, stage, left, who }) => `<tr class="r" id="t${n}" data-row data-number="${n}">
<td class="p"><label class="mark"><input type="checkbox" name="nr" value="${n}" data-mark aria-label="Markera ${n}"></label><span class="prio">N</span></td>
<td class="w"><a class="ttl" href="/arenden/${n}">${escaped(title)}</a></td><td class="s">${stage}</td><td class="due"><b>${left} min kvar</b></td><td class="a">${who}</td></tr>`;

const group = (id, heading, tickets) =>
  tickets.length === 0 ? "" : `<tbody class="g" id="${id}"><tr><th colspan="5">${heading}</th></tr>${tickets.map(row).join("")}</tbody>`;

export function queuePage(error) {
  const open = [...house.tickets.values()].filter(({ stage }) => stage !== "Löst").sort((a, b) => a.left - b.left);
  const groups = group("now", "Behöver dig nu", open.filter(({ left }) => left <= 60)) + group("later", "Senare", open.filter(({ left }) => left > 60));
  return page("agent", "Alla öppna", `<div class="work full docked">${MENU}<div class="workcol"><main class="pane" id="main" tabindex="-1">
<div class="head"><h1>Servicedesk</h1><a class="btn" href="?filter=1" data-toggle aria-controls="filter" aria-expanded="false" data-key="f">Filtrera</a>
<a class="btn" href="/arenden/ny" data-key="n">Nytt ärende</a></div>
<div class="filters" id="filter" hidden><form method="get"><input class="input" name="q" aria-label="Sök"></form></div>
<form method="get" action="/arenden" id="queue" data-live="desk.ticket" data-refresh="60"><p class="sr" data-say="${open.length} ärenden"></p>
<table class="q" data-rows>${groups}</table>
<div class="bulk" data-bulk><p data-marked data-one="1 ärende markerat" data-many="{n} ärenden markerade"></p>
<button class="btn" formaction="/arenden/flera/tilldela" data-opens data-key="t">Tilldela</button>
<button class="btn" formaction="/arenden/flera/los" data-opens data-key="e">Lös</button></div></form>
<nav hidden data-row-acts><a href="/arenden/{nr}?till=svar#svar" data-key="r">Svara</a><a href="/arenden/{nr}?till=anteckning#svar" data-key="a">Anteckna</a></nav>
<div class="keys" aria-hidden="true">J K bläddra</div></main></div>
<aside class="dockside" id="dock" aria-label="Nytt ärende"><div>${quickForm(error)}</div></aside></div>${DIALOGS}`);
}

const quickForm = (error) => `<form class="quick" method="post" action="/arenden/ny" data-swap data-draft="quick" data-guess="/arenden/ny/forslag">${TOKEN}<input type="hidden" name="id" value="0190">
<header><h2>Nytt ärende</h2><button type="button" class="btn shut" data-shut>Stäng</button></header>${error ? `<div class="errsum" tabindex="-1">${error}</div>` : ""}
<div class="combo" data-combo="/personer/forslag"><label for="who">Vem?</label>
<input class="input" type="text" id="who" name="requester_text" role="combobox" aria-autocomplete="list" aria-expanded="false" aria-controls="who-options">
<input type="hidden" name="requester" value=""><div class="options" id="who-options" role="listbox" aria-label="Förslag" hidden></div></div>
<label for="what">Vad gäller det?</label><textarea class="input" id="what" name="text"></textarea>${guessPart("")}
<footer><button class="btn primary" name="act" value="solved" data-chord="enter">Löst i samtalet</button>
<button class="btn" name="act" value="save" data-chord="shift+enter">Spara</button></footer></form>`;

export const guessPart = (text) => `<div class="picks" id="picks"><label>Tjänst <select name="service" id="service"><option value="">Ingen</option>
<option value="net"${/nät/.test(text) ? " selected" : ""}>Nät</option><option value="mail">Mejl</option></select></label>
<span class="why" id="why">${/nät/.test(text) ? "för att du skrev nät" : ""}</span></div>`;

export const ticketPage = (ticket, { to, error = "" }) => page("agent", `${ticket.n} ${ticket.title}`, `<div class="work">${MENU}<div class="workcol"><div class="pane">
<div class="toolbar"><a class="btn" href="/arenden/${ticket.n + 1}" data-key="j">Nästa</a><a class="btn" href="/arenden/${ticket.n - 1}" data-key="k">Förra</a>
${ticket.who ? "" : `<form method="post" action="/arenden/${ticket.n}/ta" data-swap>${TOKEN}<button class="btn" data-key="y">Ta ärendet</button></form>`}
<a class="btn" href="/arenden/${ticket.n}/tilldela" data-opens data-key="t">Tilldela<kbd>T</kbd></a>
<a class="btn" href="/arenden/${ticket.n}/los" data-opens data-key="e">Lös ärendet<kbd>E</kbd></a></div>
<main class="panebody" id="main" tabindex="-1"><div id="thread" data-live="desk.ticket:${ticket.n}"><h1 data-object>${ticket.n} ${escaped(ticket.title)}</h1>
<p id="st">${ticket.stage} ${ticket.who}</p><details id="more"><summary>4 händelser</summary></details>
<ol>${ticket.messages.map((message, nth) => `<li id="m${nth}">${escaped(message)}</li>`).join("")}</ol></div></main>
${composer(ticket, to, error)}</div></div></div>${DIALOGS}`);

const composer = ({ n }, to, error) => `<div class="comp"><div class="here" id="here" data-presence="/arenden/${n}/narvaro"></div>
<form method="post" enctype="multipart/form-data" action="/arenden/${n}/meddelanden" data-composer data-swap data-draft="ticket-${n}">${TOKEN}
<div class="seg" role="radiogroup" aria-label="Vem ska se texten?">
<label><input type="radio" name="to" value="reply" ${to === "note" ? "" : "checked"} data-label="Svar till Maria" data-send="Skicka till Maria" data-key="r">Svar till Maria</label>
<label><input type="radio" name="to" value="note" ${to === "note" ? "checked" : ""} data-internal data-label="Intern anteckning" data-send="Spara anteckning" data-key="a">Intern anteckning</label></div>
${error ? `<p class="ferr" id="svar-e">${error}</p>` : ""}<label class="sr" for="svar" data-composer-label>Svar till Maria</label>
<textarea id="svar" name="text" rows="2" ${error ? 'aria-invalid="true"' : ""}></textarea><div class="row">
<span class="btn attach">Bifoga<input type="file" id="svar-file" name="file" multiple data-max-bytes="1000000" data-too-large="Filen {name} är {size}. Högst {max}." data-remove="Ta bort"></span>
<span data-for="reply"><button class="btn" name="hold" value="1">Skicka och vänta</button></span>
<button class="btn primary" data-chord="enter"><span data-composer-send>Skicka till Maria</span></button>
<ul class="chosen files" data-files-for="svar-file"></ul><p class="ferr" data-files-error="svar-file" role="alert" hidden></p></div></form></div>`;

const numbersIn = (numbers) => numbers.map((number) => `<input type="hidden" name="nr" value="${number}">`).join("");

export const assignPage = (numbers, error) => page("agent", "Tilldela", `<main id="main" tabindex="-1"><nav class="crumbs"><a href="/arenden">Servicedesk</a></nav>
<h1>Tilldela ${numbers.join(", ")}</h1><form method="post" action="/arenden/flera/tilldela">${TOKEN}${numbersIn(numbers)}
${error ? `<div class="errsum" tabindex="-1">${error}</div>` : ""}<button class="btn primary" name="me" value="1" data-key="t" autofocus>Ta själv</button>
<label for="to">Till</label><select id="to" name="to"><option value="">Välj</option><option>Sofia</option></select>
<button class="btn">Tilldela</button><a href="/arenden" data-close>Avbryt</a></form></main>`);

export const solvePage = (numbers) => page("agent", "Lös", `<main id="main" tabindex="-1"><h1>Lös ${numbers.join(", ")}</h1>
<form method="post" action="/arenden/flera/los" data-draft="los-${numbers.join("-")}">${TOKEN}${numbersIn(numbers)}
<label>Vad hjälpte?<textarea name="what"></textarea></label><button class="btn primary" data-chord="enter">Lös</button></form></main>`);

export const peopleRows = (text) => [["1", "Maria Lindqvist"], ["2", "Märta Olsson"], ["3", "Mats Ek"]]
  .filter(([, name]) => name.toLowerCase().startsWith(text.toLowerCase()))
  .map(([id, name]) => `<div role="option" data-value="${id}" data-text="${name}"><b>${name}</b></div>`)
  .join("");

export const paletteRows = (text) => `<p class="sr" data-say="2 träffar"></p>
<a role="option" href="/arenden/28403"><span class="word">Hitta</span><b>28403 ${escaped(text)}</b></a>
<a role="option" href="/personer"><span class="word">Gå till</span><b>Personer</b></a>`;

export const reportPage = (error) => page("portal", "Anmäl ett fel", `<main class="page" id="main" tabindex="-1"><h1>Vad hände?</h1>
${error ? `<div class="errsum" tabindex="-1">${error}</div>` : ""}
<form method="post" enctype="multipart/form-data" action="/hjalp/fel" data-draft="fel" data-sending="Skickar {done} av {total}">${TOKEN}
<label class="flabel" for="text">Vad?</label><textarea class="input" id="text" name="text"></textarea>
<label class="flabel" for="foto">Bild</label><input class="input" type="file" id="foto" name="file" multiple data-max-bytes="1000000"
data-too-large="Filen {name} är {size}. Välj en fil på högst {max}." data-remove="Ta bort"><ul class="files" data-files-for="foto"></ul>
<p class="ferr" data-files-error="foto" role="alert" hidden></p><label><input type="checkbox" name="all" value="1"> Alla</label>
<p data-progress role="status"></p><button class="btn primary">Fortsätt</button></form></main>`);
