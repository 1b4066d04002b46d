// The wall's soft chime: somebody presses "Sound on" once (a browser plays nothing unasked), then two notes sound when
// another number is called, and its row is lit for twenty seconds. Nothing blinks.

const LIT_MS = 20_000;
const NOTES = [659.25, 523.25];
const button = document.querySelector("[data-chime]");
let audio;
let before = newest();

function newest() {
  return document.querySelector("[data-called]")?.dataset.called ?? "";
}

function note(pitch, at) {
  const tone = audio.createOscillator();
  const loud = audio.createGain();
  tone.frequency.value = pitch;
  loud.gain.setValueAtTime(0, at);
  loud.gain.linearRampToValueAtTime(0.25, at + 0.03);
  loud.gain.exponentialRampToValueAtTime(0.001, at + 0.9);
  tone.connect(loud).connect(audio.destination);
  tone.start(at);
  tone.stop(at + 1);
}

function chime() {
  if (audio) NOTES.forEach((pitch, step) => note(pitch, audio.currentTime + step * 0.35));
}

if (button) {
  button.hidden = false;
  button.addEventListener("click", () => {
    audio = new AudioContext();
    button.hidden = true;
    chime();
  });
}

let lit = "";
document.addEventListener("polled", () => {
  const now = newest();
  if (now && now !== before) {
    chime();
    lit = now;
    setTimeout(() => {
      if (lit === now) lit = "";
      document.querySelector(`[data-called="${now}"]`)?.classList.remove("is-lit");
    }, LIT_MS);
  }
  before = now;
  if (lit) document.querySelector(`[data-called="${lit}"]`)?.classList.add("is-lit");
});
