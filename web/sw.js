// The site's service worker. It does one thing: adds the delay or the failure that a program asks for in the address
// of one of the site's own data files, so that waiting can be seen on any network:
//
//   data/todos/1.json?delay=300      answers 300 ms later than it would (10 s at most)
//   data/station/day.txt?pause=50    brings the content in pieces of 8 kB, 50 ms apart (1 s at most)
//   data/todos/1.json?status=503     answers with that status and the file's content
//   data/todos/1.json?fail=network   fails as a broken connection does
//
// Every other request is left to the browser. Nothing is cached.

const DATA = new URL("data/", self.registration.scope);
const MAX_DELAY_MS = 10_000;
const MAX_PAUSE_MS = 1_000;
const PIECE_BYTES = 8_192;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
// A page that was reloaded past this worker asks to be taken back.
self.addEventListener("message", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== DATA.origin || !url.pathname.startsWith(DATA.pathname)) return;
  const wish = wishOf(url.searchParams);
  if (wish) event.respondWith(grant(event.request, wish));
});

/** What a request asks for beyond the file; null for nothing, or nothing that makes sense. */
function wishOf(params) {
  const ms = (name, most) => Math.min(Math.max(Number(params.get(name)) || 0, 0), most);
  const [delayMs, pauseMs] = [ms("delay", MAX_DELAY_MS), ms("pause", MAX_PAUSE_MS)];
  const asked = Number(params.get("status"));
  const status = Number.isInteger(asked) && asked >= 200 && asked <= 599 ? asked : null;
  const fails = params.get("fail") === "network";
  return delayMs || pauseMs || status || fails ? { delayMs, pauseMs, status, fails } : null;
}

/** The delay runs beside the request, so that the answer takes the longer of the two. */
async function grant(request, { delayMs, pauseMs, status, fails }) {
  const delay = sleep(delayMs, request.signal);
  if (fails) {
    await delay;
    return Response.error();
  }
  const [response] = await Promise.all([fetch(request), delay]);
  if (!(status || pauseMs) || response.type === "error") return response;
  // A status that forbids a body would make the constructor throw.
  const empty = !response.body || [204, 205, 304].includes(status);
  const body = pauseMs && !empty ? inPieces(await response.arrayBuffer(), pauseMs, request.signal) : response.body;
  return new Response(empty ? null : body, { status: status ?? response.status, headers: response.headers });
}

/** The content in pieces, with a pause before each but the first. */
function inPieces(content, pauseMs, signal) {
  let at = 0;
  const pull = async (controller) => {
    if (at > 0) await sleep(pauseMs, signal);
    controller.enqueue(new Uint8Array(content.slice(at, (at += PIECE_BYTES))));
    if (at >= content.byteLength) controller.close();
  };
  return new ReadableStream({ pull }, { highWaterMark: 0 });
}

/** Resolves after the delay; rejects at once when the request is aborted. */
function sleep(ms, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
