import Markup
import Values

/// Upright bars over time, the first `before` of them of the time before and paler. Said in words to who cannot see it.
/// Values are 0 or more.
func trendChart(_ values: [Int], before: Int, label: Text, _ l: Language) -> HTML {
  let most = max(values.max() ?? 0, 1)
  let (step, height) = (10, 40)
  return element(
    "svg",
    [
      "class": "trend", "role": "img", "aria-label": label(l), "viewBox": "0 0 \(values.count * step) \(height)",
      "preserveAspectRatio": "none",
    ]
  ) {
    for (index, value) in values.enumerated() {
      // An empty bar still shows where it stands.
      let size = max(1, max(0, value) * (height - 2) / most)
      element(
        "rect",
        [
          "class": index < before ? "trend-before" : "trend-now", "x": String(index * step + 1),
          "y": String(height - size), "width": String(step - 2), "height": String(size),
        ])
    }
  }
}
