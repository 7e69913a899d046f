// The film's data goes in; a player with captions and chapters comes out, and the row of the trace
// that belongs to the playing time.

const rowOfSentence = new Map();
for (const entry of data.rows) {
  if (entry.sentence >= 0 && !rowOfSentence.has(entry.sentence)) rowOfSentence.set(entry.sentence, entry);
}

let video = null;
let tracks = [];

function drawFilm() {
  if (!data.film.src) {
    fill(at("film"), h("p", { class: "missing", "data-t": "film.missing" }, t("film.missing")));
    at("film").classList.add("without");
    return;
  }
  video = h("video", { controls: true, preload: "metadata", playsinline: true, src: data.film.src, poster: data.film.poster, dir: "ltr", "data-t-label": "film.heading", "aria-label": t("film.heading") });
  video.addEventListener("error", () => {
    if (at("film").querySelector(".missing")) return;
    append(at("film"), [h("p", { class: "missing", role: "alert", "data-t": "film.failed" }, t("film.failed"))]);
  });
  video.addEventListener("timeupdate", () => followFilm());
  video.addEventListener("seeked", () => followFilm());
  fill(at("film"), video);
  addTracks();
}

// A page opened from disk may not load <track> files: cues are in the page and added here.
function addTracks() {
  tracks = data.film.tracks.map(({ language, label: name, cues }) => {
    const track = video.addTextTrack("subtitles", name, language);
    for (const [start, end, text] of cues) track.addCue(new VTTCue(start, end, text));
    return track;
  });
  chooseTrack();
  const timed = data.chapters.filter((chapter) => chapter.start !== null);
  if (!timed.length) return;
  const track = video.addTextTrack("chapters", t("film.chapters"), ui.language);
  track.mode = "hidden";
  for (const chapter of timed) {
    const title = local(chapter.title).text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    track.addCue(new VTTCue(chapter.start / data.film.fps, chapter.end / data.film.fps, title));
  }
}

function chooseTrack() {
  for (const track of tracks) track.mode = track.language === ui.language ? "showing" : "disabled";
}

function drawChapters() {
  const current = chapterNow();
  fill(at("chapters"), h("ol", null, data.chapters.map((chapter) => h("li", null, h(
    "button",
    { type: "button", "data-chapter": chapter.id, "aria-current": chapter.id === current ? "true" : null, on: { click: () => goToChapter(chapter) } },
    say(chapter.title) ?? chapter.id, chapter.start === null ? null : h("span", { class: "number" }, clock(chapter.start)),
  )))));
}

function markChapter() {
  const current = chapterNow();
  for (const button of at("chapters").querySelectorAll("button")) {
    if (button.dataset.chapter === current) {
      button.setAttribute("aria-current", "true");
      centre(button);
    } else {
      button.removeAttribute("aria-current");
    }
  }
}

// Sideways only: the page itself must not move while somebody reads.
function centre(button) {
  const row = button.closest("ol");
  const [inner, outer] = [button.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollBy({ left: inner.left + inner.width / 2 - outer.left - outer.width / 2 });
}

function goToChapter(chapter) {
  const first = data.sentences.findIndex((sentence) => sentence.chapter === chapter.id);
  if (video && chapter.start !== null) seek(chapter.start);
  if (first >= 0) showSentence(first);
}

// Half a frame further, so that rounding never lands on the frame before.
function seek(frame) {
  if (video) video.currentTime = (frame + 0.5) / data.film.fps;
}

// The row of a frame: the last one that has begun, or null before the first.
function rowAt(frame) {
  let low = 0;
  let high = data.rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (data.rows[middle].start <= frame) low = middle + 1;
    else high = middle;
  }
  return low ? data.rows[low - 1] : null;
}

function frameNow() {
  return Math.floor(video.currentTime * data.film.fps + 1e-3);
}

function playFrom(n) {
  const entry = rowOfSentence.get(n);
  if (!video || !entry) return;
  seek(entry.start);
  // A browser may refuse to play before a gesture; then the film simply waits at the place.
  video.play().catch(() => undefined);
}

function drawFiles() {
  const files = data.film.files;
  if (!files.length) return null;
  return h("p", { class: "files" }, h("span", { class: "term" }, t("film.files")), joined(files.map((file) => h(
    "a",
    { href: file.href, download: file.name },
    file.kind === "film" ? t("film.file.film") : t("film.file.subtitles", { language: filmLanguage(file.language) }),
  )), "·"));
}

function filmLanguage(code) {
  return data.labels.language[code] ? label("language", code) : code;
}
