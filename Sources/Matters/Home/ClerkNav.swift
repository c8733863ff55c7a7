import Values
import Web

/// The lines of navigation to the clerk's side of concerns.
package let clerkNav: [NavEntry] = [
  NavEntry(HomeStrings.title, icon: .home, needs: .signedIn, levels: Set(PlaceInfo.Level.allCases), order: 0) { _ in
    Link.home
  },
  NavEntry(
    ConcernStrings.title, icon: .inbox, needs: .can(.readConcerns), levels: [.village, .community], order: 10
  ) { Link.concerns($0.code) },
  NavEntry(
    CallStrings.title, icon: .phone, needs: .can(.callReporters), levels: [.village, .community], order: 40
  ) { Link.calls($0.code) },
  NavEntry(
    OwnEntryStrings.title, icon: .file, needs: .can(.readOwnEntries), levels: [.village, .community], order: 50
  ) { Link.ownEntries($0.code) },
  NavEntry(SealedStrings.title, icon: .inbox, needs: .can(.readSealed), levels: [.town], order: 10) {
    Link.sealed($0.code)
  },
]
