// A graph to a picture that moves, on sigma; nothing here knows what the graph is about.
import Sigma from "sigma";

const SMALLEST = 2.5;
const dark = matchMedia("(prefers-color-scheme: dark)");

function theme() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  return {
    ink: colour("--ink"),
    soft: colour("--soft"),
    line: colour("--line"),
    raised: colour("--raised"),
    accent: colour("--accent"),
    faint: dark.matches ? "#3a3532" : "#e6e1da",
  };
}

// Black is the colour of a kind, and is not seen on dark paper.
const seen = (colour) => (dark.matches && colour === "#000000" ? "#efe9e2" : colour);

export function hasWebGl() {
  const canvas = document.createElement("canvas");
  return Boolean(canvas.getContext("webgl2"));
}

export class Drawing {
  // `state` has `selected`, `around` (a Set of neighbours, or null) and `shown`.
  constructor(graph, place, state) {
    this.state = state;
    this.colours = theme();
    this.scale = graph.order > 1500 ? 0.45 : graph.order > 300 ? 0.7 : 1;
    this.sigma = new Sigma(graph, place, {
      allowInvalidContainer: true,
      zIndex: true,
      labelFont: "system-ui, sans-serif",
      labelSize: 13,
      labelDensity: 0.4,
      labelGridCellSize: 140,
      labelRenderedSizeThreshold: 6,
      labelColor: { color: this.colours.ink },
      minCameraRatio: 0.02,
      maxCameraRatio: 3,
      stagePadding: 40,
      nodeReducer: (node, attributes) => this.#node(node, attributes),
      edgeReducer: (edge, attributes) => this.#edge(edge, attributes),
      defaultDrawNodeHover: (context, data, settings) => this.#hover(context, data, settings),
    });
    dark.addEventListener("change", () => {
      this.colours = theme();
      this.sigma.setSetting("labelColor", { color: this.colours.ink });
      this.refresh();
    });
  }

  #node(node, attributes) {
    const { selected, around, shown } = this.state;
    const drawn = { ...attributes, size: Math.max(SMALLEST, attributes.size * this.scale) };
    drawn.size = Math.min(drawn.size, 22);
    drawn.color = seen(attributes.color);
    drawn.zIndex = attributes.size;
    drawn.hidden = shown.hidden.has(node);
    if (around === null) return drawn;
    if (node === selected || around.has(node)) {
      drawn.zIndex += 1000;
      drawn.forceLabel = node === selected || around.size <= 25;
    } else {
      drawn.color = this.colours.faint;
      drawn.size = Math.min(drawn.size, SMALLEST);
      drawn.label = "";
    }
    drawn.highlighted = node === selected;
    return drawn;
  }

  #edge(edge, attributes) {
    const { selected, shown } = this.state;
    const drawn = { ...attributes, color: this.colours.line, size: this.#thickness(attributes) };
    drawn.hidden = shown.hiddenTies.has(edge);
    if (selected === null) return drawn;
    if (this.sigma.getGraph().hasExtremity(edge, selected)) {
      drawn.color = this.colours.soft;
      drawn.zIndex = 1;
    } else {
      drawn.hidden = true;
    }
    return drawn;
  }

  #thickness({ weight }) {
    return Math.min(6, 0.6 + 0.5 * Math.log2(weight || 1));
  }

  #hover(context, data, settings) {
    const size = settings.labelSize;
    context.font = `600 ${size}px ${settings.labelFont}`;
    const width = data.label ? context.measureText(data.label).width + 10 : 0;
    const left = data.x + data.size + 3;
    context.fillStyle = this.colours.raised;
    context.strokeStyle = this.colours.accent;
    context.lineWidth = 2;
    context.beginPath();
    context.arc(data.x, data.y, data.size + 3, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
    if (!data.label) return;
    context.fillRect(left, data.y - size, width, 2 * size);
    context.fillStyle = this.colours.ink;
    context.fillText(data.label, left + 5, data.y + size / 3);
  }

  refresh() {
    this.sigma.refresh();
  }

  onClick(node, nothing) {
    this.sigma.on("clickNode", ({ node: clicked }) => node(clicked));
    this.sigma.on("clickStage", nothing);
    const place = this.sigma.getContainer();
    this.sigma.on("enterNode", () => place.classList.add("on-node"));
    this.sigma.on("leaveNode", () => place.classList.remove("on-node"));
  }

  // Move the view to a node, without moving where people want no movement.
  goTo(node, ratio = 0.5) {
    const data = this.sigma.getNodeDisplayData(node);
    if (!data) return;
    const camera = this.sigma.getCamera();
    this.#move({ x: data.x, y: data.y, ratio: Math.min(camera.ratio, ratio) });
  }

  whole() {
    this.#move({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  }

  zoom(factor) {
    this.#move({ ratio: this.sigma.getCamera().ratio * factor });
  }

  pan(x, y) {
    const { x: oldX, y: oldY, ratio } = this.sigma.getCamera();
    this.#move({ x: oldX + x * 0.1 * ratio, y: oldY + y * 0.1 * ratio });
  }

  #move(state) {
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const camera = this.sigma.getCamera();
    if (isStill) camera.setState(state);
    else camera.animate(state, { duration: 300 });
  }

  kill() {
    this.sigma.kill();
  }
}
