// Recording in the browser: the sound goes into the form's own file field and is sent with it. Where the browser has
// no recorder or no microphone is allowed, the buttons stay away and a file can be chosen instead.

const box = document.querySelector("[data-record]");
const field = box && document.getElementById(box.dataset.record);

if (field && window.MediaRecorder && navigator.mediaDevices) {
  const [start, stop] = box.querySelectorAll("button");
  const status = box.querySelector("[role=status]");
  const most = Number(box.dataset.seconds) * 1000;
  let recorder;

  function show(recording, words) {
    start.hidden = recording;
    stop.hidden = !recording;
    status.textContent = words;
    (recording ? stop : start).focus();
  }

  function keep(parts, stream) {
    stream.getTracks().forEach((track) => track.stop());
    const kind = recorder.mimeType.split(";")[0];
    const files = new DataTransfer();
    files.items.add(new File(parts, "recording", { type: kind }));
    field.files = files.files;
    show(false, box.dataset.done);
  }

  start.addEventListener("click", async () => {
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      status.textContent = box.dataset.refused;
      return;
    }
    const parts = [];
    recorder = new MediaRecorder(stream, { audioBitsPerSecond: 48000 });
    recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
    recorder.addEventListener("stop", () => keep(parts, stream));
    recorder.start();
    show(true, box.dataset.running);
    setTimeout(() => recorder.state === "recording" && recorder.stop(), most);
  });
  stop.addEventListener("click", () => recorder.stop());
  box.hidden = false;
}
