import Markup

/// Our own line icons on a grid of 24; drawn inline so that they take the colour of the words beside them.
/// Always decoration: the words beside them say it.
package enum Icon: String, Sendable, CaseIterable {
  case home, inbox, list, search, plus, alert, people, person, book, gear, chart, print, phone
  case more, check, clock, camera, pin, arrow, file

  package var html: HTML {
    .raw("<svg class=\"icon\" width=\"20\" height=\"20\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">\(shapes)</svg>")
  }

  private var shapes: String {
    switch self {
    case .home: path("M4 11 12 4l8 7M6 9.500V20h12V9.500M10 20v-5.500h4V20")
    case .inbox: path("M4 13.500 6.500 5h11L20 13.500V19H4zM4 13.500h4.500a3.500 3.500 0 0 0 7 0H20")
    case .list: path("M9 6.500h11M9 12h11M9 17.500h11M4.500 6.500h.01M4.500 12h.01M4.500 17.500h.01")
    case .search: "<circle cx=\"10.500\" cy=\"10.500\" r=\"6\"/>" + path("m15 15 5 5")
    case .plus: path("M12 5v14M5 12h14")
    case .alert: path("M12 4 21 19.500H3zM12 10v4.500M12 17h.01")
    case .people:
      "<circle cx=\"9\" cy=\"8.500\" r=\"3.500\"/>"
        + path("M3 19.500c.4-3.600 2.700-5.500 6-5.500s5.600 1.900 6 5.500M15.500 5.400a3.500 3.500 0 0 1 0 6.200")
        + path("M17.500 14.500c2 .7 3.200 2.400 3.500 5")
    case .person:
      "<circle cx=\"12\" cy=\"8\" r=\"4\"/>"
        + path("M4.500 20c.6-4.200 3.300-6.300 7.500-6.300s6.900 2.100 7.500 6.300")
    case .book:
      path(
        "M12 6.500C10 5 7.500 4.500 4 4.500V18c3.500 0 6 .5 8 2 2-1.500 4.500-2 8-2V4.500c-3.500 0-6 .5-8 2zM12 6.500V20"
      )
    case .gear:
      "<circle cx=\"12\" cy=\"12\" r=\"3\"/>"
        + path(
          "M12 3.500v3M12 17.500v3M3.500 12h3M17.500 12h3M6 6l2.100 2.100M15.900 15.900 18 18M18 6l-2.100 2.100M8.100 15.900 6 18"
        )
    case .chart: path("M4 4v16h16M8.500 16v-4M13 16V8M17.500 16v-6")
    case .print: path("M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z")
    case .phone:
      path(
        "M5 4.500h4l1.500 4.500-2.300 1.600a12 12 0 0 0 5.200 5.200l1.600-2.300 4.500 1.500v4c-8.300.6-15.100-6.200-14.500-14.500z"
      )
    case .more:
      "<circle cx=\"5.500\" cy=\"12\" r=\"1\"/><circle cx=\"12\" cy=\"12\" r=\"1\"/><circle cx=\"18.500\" cy=\"12\" r=\"1\"/>"
    case .check: path("m5 12.500 4.500 4.500L19 7.500")
    case .clock: "<circle cx=\"12\" cy=\"12\" r=\"8\"/>" + path("M12 7.500V12l3 2")
    case .camera: path("M4 8h4l1.500-2.500h5L16 8h4v11H4z") + "<circle cx=\"12\" cy=\"13.200\" r=\"3.200\"/>"
    case .pin: path("M12 20.500c4-4.500 6-7.700 6-10.500a6 6 0 0 0-12 0c0 2.800 2 6 6 10.500zM12 10h.01")
    case .arrow: path("m9 5.500 6.500 6.500L9 18.500")
    case .file: path("M6 3.500h8l4 4v13H6zM14 3.500v4h4")
    }
  }

  private func path(_ data: String) -> String { "<path d=\"\(data)\"/>" }
}
