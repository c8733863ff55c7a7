import Values
import Web

/// The lines of navigation of collectors and of the discipline reader.
package let clerkNav: [NavEntry] = [
  NavEntry(
    OwnEntryStrings.title, icon: .file, needs: .can(.readOwnEntries), levels: [.village, .community], order: 50
  ) { Link.ownEntries($0.code) },
  NavEntry(SealedStrings.title, icon: .inbox, needs: .can(.readSealed), levels: [.town], order: 10) {
    Link.sealed($0.code)
  },
]
