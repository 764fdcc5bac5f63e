// A stand-in for the product: enough of its addresses to try the scripts, and a hand on what goes wrong.

import http from "node:http";
import { script, style } from "./bundle.mjs";
import { assignPage, guessPart, messagePage, paletteRows, peopleRows, queuePage, reportPage, solvePage, ticketPage } from "./pages.mjs";

// The policy that the product sends: what it forbids must not be needed.
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

export const house = { server: http.createServer(answer), streams: new Set() };

export function addTicket(number, title, left) {
  house.tickets.set(number, { n: number, title, left, stage: "Nytt", who: "", messages: [] });
}

export function reset() {
  house.streams.clear();
  Object.assign(house, {
    tickets: new Map(), log: [], toast: null, saved: null, next: 28440, sent: null, undone: false,
    delay: 0, down: false, refuse: false, fail500: false, shortcutsOff: false, here: "",
  });
  for (let i = 0; i < 8; i++) addTicket(28400 + i, `Ärende ${i}`, 60 - i);
}

export function listen() {
  reset();
  return new Promise((done) => house.server.listen(0, "127.0.0.1", () => done(`http://127.0.0.1:${house.server.address().port}`)));
}

// What the stream says to all who listen.
export function tell(topic, number = null) {
  for (const stream of house.streams) stream.write(`event: change\ndata: ${JSON.stringify({ topic, number })}\n\n`);
}

// A sent form, as names and values; a file becomes its name and size.
function formOf(type, body) {
  if (!type?.startsWith("multipart/")) return new URLSearchParams(body.toString());
  const form = new URLSearchParams();
  for (const part of body.toString("latin1").split(`--${type.split("boundary=")[1]}`)) {
    const [, name, file] = part.match(/name="([^"]*)"(?:; filename="([^"]*)")?/) ?? [];
    if (!name) continue;
    const value = Buffer.from(part.slice(part.indexOf("\r\n\r\n") + 4, -2), "latin1");
    form.append(name, file === undefined ? value.toString() : `[file ${file} ${value.length}]`);
  }
  return form;
}

async function answer(request, response) {
  if (house.down) return request.socket.destroy();
  const url = new URL(request.url, "http://stand-in.example");
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const form = formOf(request.headers["content-type"], Buffer.concat(chunks));
  const { method } = request;
  house.log.push({ method, path: url.pathname, part: request.headers["x-enhet-part"], form });
  if (house.delay && !/\.(js|css)$/.test(url.pathname)) await new Promise((done) => setTimeout(done, house.delay));
  const send = (status, type, text, more = {}) => {
    response.writeHead(status, { "content-type": `${type}; charset=utf-8`, "content-security-policy": POLICY, ...more });
    response.end(text);
  };
  const ask = {
    method, form, response,
    query: url.searchParams,
    page: (text, status = 200) => send(status, "text/html", text),
    file: (type, text) => send(200, type, text),
    to: (place) => send(303, "text/plain", "", { location: place }),
  };
  for (const [pattern, handler] of ROUTES) {
    const match = url.pathname.match(pattern);
    if (match) return handler(ask, match[1], house.tickets.get(Number(match[1])));
  }
  return ask.page(messagePage("Sidan finns inte"), 404);
}

function stream({ response }) {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write(": \n\n");
  // A page that has left already will not say so again.
  if (response.destroyed || response.socket?.destroyed) return;
  house.streams.add(response);
  response.on("close", () => house.streams.delete(response));
}

function assign(ask) {
  if (ask.method === "GET") return ask.page(assignPage(ask.query.getAll("nr")));
  const numbers = ask.form.getAll("nr");
  const who = ask.form.get("me") ? "Jag" : ask.form.get("to");
  if (!who) return ask.page(assignPage(numbers, "Välj någon."), 422);
  for (const number of numbers) house.tickets.get(Number(number)).who = who;
  house.toast = { text: "Tilldelat", undo: "/angra" };
  return ask.to(ask.form.get("next"));
}

function solve(ask) {
  if (ask.method === "GET") return ask.page(solvePage(ask.query.getAll("nr")));
  for (const number of ask.form.getAll("nr")) house.tickets.get(Number(number)).stage = "Löst";
  house.toast = { text: "Löst" };
  return ask.to(ask.form.get("next"));
}

function create(ask) {
  const { form, method } = ask;
  if (method === "GET") return ask.page(messagePage("Nytt ärende"));
  if (!form.get("text")) return ask.page(queuePage("Skriv vad det gäller."), 422);
  const number = (house.next += 1) - 1;
  addTicket(number, form.get("text"), 30);
  house.tickets.get(number).who = `${form.get("requester")}:${form.get("act")}`;
  Object.assign(house, { toast: { text: `${number} skapat` }, saved: "quick" });
  return ask.to(form.get("next"));
}

function write(ask, number, ticket) {
  const { form } = ask;
  if (house.fail500) return ask.page(messagePage("Det gick inte att spara. Fel 123."), 500);
  if (!form.get("text")) return ask.page(ticketPage(ticket, { to: form.get("to"), error: "Skriv något." }), 422);
  ticket.messages.push([form.get("to"), form.get("text"), ...form.getAll("file")].join(" "));
  Object.assign(house, { toast: { text: "Skickat" }, saved: `ticket-${number}` });
  return ask.to(`/arenden/${number}`);
}

function take(ask, number, ticket) {
  if (house.refuse) {
    const words = `<div class="notice bad" role="alert">Sofia har redan tagit ärendet.</div>`;
    return ask.page(`<div data-part><h1>Det gick inte</h1>${words}</div>`, 409);
  }
  ticket.who = "Jag";
  return ask.to(`/arenden/${number}`);
}

function report(ask) {
  if (ask.method === "GET") return ask.page(reportPage());
  if (!ask.form.get("text")) return ask.page(reportPage("Beskriv vad som hände."), 422);
  Object.assign(house, { sent: ask.form, saved: "fel" });
  return ask.to("/hjalp/fel/kvitto/1");
}

function undo(ask) {
  Object.assign(house, { undone: true, toast: { text: "Ångrat" } });
  return ask.to(ask.form.get("next"));
}

const ROUTES = [
  [/^\/(\w+)\.js$/, (ask, bundle) => ask.file("text/javascript", script(bundle))],
  [/^\/(\w+)\.css$/, (ask, bundle) => ask.file("text/css", style(bundle))],
  [/^\/handelser$/, stream],
  [/^\/arenden$/, (ask) => ask.page(queuePage())],
  [/^\/arenden\/ny\/forslag$/, (ask) => ask.page(guessPart(ask.form.get("text")))],
  [/^\/arenden\/ny$/, create],
  [/^\/arenden\/flera\/tilldela$/, assign],
  [/^\/arenden\/flera\/los$/, solve],
  [/^\/arenden\/(\d+)$/, (ask, number, ticket) => ask.page(ticketPage(ticket, { to: ask.query.get("till") === "anteckning" ? "note" : "reply" }))],
  [/^\/arenden\/(\d+)\/ta$/, take],
  [/^\/arenden\/(\d+)\/tilldela$/, (ask, number) => ask.page(assignPage([number]))],
  [/^\/arenden\/(\d+)\/los$/, (ask, number) => ask.page(solvePage([number]))],
  [/^\/arenden\/(\d+)\/meddelanden$/, write],
  [/^\/arenden\/(\d+)\/narvaro$/, (ask) => ask.page(house.here)],
  [/^\/angra$/, undo],
  [/^\/personer\/forslag$/, (ask) => ask.page(peopleRows(ask.query.get("q")))],
  [/^\/personer$/, (ask) => ask.page(messagePage("Personer"))],
  [/^\/sok$/, (ask) => ask.page(ask.query.get("del") ? paletteRows(ask.query.get("q")) : messagePage("Sök"))],
  [/^\/hjalp\/fel$/, report],
  [/^\/hjalp\/fel\/kvitto\/1$/, (ask) => ask.page(messagePage("Vi har tagit emot ditt ärende", "portal"))],
  [/^\/logga-ut$/, (ask) => ask.page(messagePage("Du är utloggad", "portal", `<p data-draft-kept hidden>Din text finns kvar</p>`))],
];
