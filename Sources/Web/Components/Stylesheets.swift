/// The files of the look, under `Assets`, served at `/assets/…`.
package enum Assets {
  /// In the order of the cascade: `tokens.css` first, since it names the layers. One file a component.
  package static let stylesheets: [String] = [
    "tokens.css", "main.css", "layout.css", "workbench.css", "header.css", "nav.css", "crumbs.css", "button.css",
    "mark.css", "row.css", "table.css", "cards.css", "field.css", "error.css", "choice.css", "filters.css",
    "segments.css", "notice.css", "timeline.css", "reason.css", "group.css", "triage.css", "ladder.css", "tiles.css",
    "chart.css", "hot.css",
    "gallery.css", "suggest.css", "map.css", "alarm.css", "touch.css", "print.css", "paper.css",
  ]

  /// The address of a file of `Assets`: "css/main.css" → "/assets/css/main.css".
  package static func path(_ file: String) -> String { "/assets/" + file }
}
