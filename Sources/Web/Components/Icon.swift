import Markup

/// Our own line icons on a grid of 24; drawn inline so that they take the colour of the words beside them.
/// Always decoration: the words beside them say it.
package enum Icon: String, Sendable, CaseIterable {
  case home, inbox, list, search, plus, alert, people, person, book, gear, chart, print, phone
  case more, check, clock, calendar, camera, pin, file, bell, order, swap

  package var html: HTML {
    .raw("<svg class=\"icon\" width=\"20\" height=\"20\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">\(shapes)</svg>")
  }

  private var shapes: String {
    switch self {
    case .home: path("M4 11 12 4l8 7M6 9.5V20h12V9.5M10 20v-5.5h4V20")
    case .inbox: path("M4 13.5 6.5 5h11L20 13.5V19H4zM4 13.5h4.5a3.5 3.5 0 0 0 7 0H20")
    case .list: path("M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.01M4.5 12h.01M4.5 17.5h.01")
    case .search: "<circle cx=\"10.5\" cy=\"10.5\" r=\"6\"/>" + path("m15 15 5 5")
    case .plus: path("M12 5v14M5 12h14")
    case .alert: path("M12 4 21 19.5H3zM12 10v4.5M12 17h.01")
    case .people:
      "<circle cx=\"9\" cy=\"8.5\" r=\"3.5\"/>"
        + path("M3 19.5c.4-3.6 2.7-5.5 6-5.5s5.6 1.9 6 5.5M15.5 5.4a3.5 3.5 0 0 1 0 6.2")
        + path("M17.5 14.5c2 .7 3.2 2.4 3.5 5")
    case .person:
      "<circle cx=\"12\" cy=\"8\" r=\"4\"/>"
        + path("M4.5 20c.6-4.2 3.3-6.3 7.5-6.3s6.9 2.1 7.5 6.3")
    case .book:
      path(
        "M12 6.5C10 5 7.5 4.5 4 4.5V18c3.5 0 6 .5 8 2 2-1.5 4.5-2 8-2V4.5c-3.5 0-6 .5-8 2zM12 6.5V20"
      )
    case .gear:
      "<circle cx=\"12\" cy=\"12\" r=\"3\"/>"
        + path(
          "M12 3.5v3M12 17.5v3M3.5 12h3M17.5 12h3M6 6l2.1 2.1M15.9 15.9 18 18"
            + "M18 6l-2.1 2.1M8.1 15.9 6 18"
        )
    case .chart: path("M4 4v16h16M8.5 16v-4M13 16V8M17.5 16v-6")
    case .print: path("M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z")
    case .phone:
      path(
        "M5 4.5h4l1.5 4.5-2.3 1.6a12 12 0 0 0 5.2 5.2l1.6-2.3 4.5 1.5v4c-8.3.6-15.1-6.2-14.5-14.5z"
      )
    case .more:
      "<circle cx=\"5.5\" cy=\"12\" r=\"1\"/>"
        + "<circle cx=\"12\" cy=\"12\" r=\"1\"/><circle cx=\"18.5\" cy=\"12\" r=\"1\"/>"
    case .check: path("m5 12.5 4.5 4.5L19 7.5")
    case .clock: "<circle cx=\"12\" cy=\"12\" r=\"8\"/>" + path("M12 7.5V12l3 2")
    case .calendar: path("M4.5 6h15v14h-15zM4.5 10.5h15M8.5 3.5v4.5M15.5 3.5v4.5")
    case .camera: path("M4 8h4l1.5-2.5h5L16 8h4v11H4z") + "<circle cx=\"12\" cy=\"13.2\" r=\"3.2\"/>"
    case .pin: path("M12 20.5c4-4.5 6-7.7 6-10.5a6 6 0 0 0-12 0c0 2.8 2 6 6 10.5zM12 10h.01")
    case .bell: path("M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4")
    case .order: path("M8.5 5.5H5.5V20.5h13v-15h-3M8.5 3.5h7v4h-7zM9 12h6M9 16h6")
    case .swap: path("M4 8.5h15l-3.5-3.5M20 15.5H5l3.5 3.5")
    case .file: path("M6 3.5h8l4 4v13H6zM14 3.5v4h4")
    }
  }

  private func path(_ data: String) -> String { "<path d=\"\(data)\"/>" }
}
