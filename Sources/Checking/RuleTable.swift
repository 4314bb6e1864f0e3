package import Diagnostics

/// All rules, in the order of their codes.
package enum RuleTable {
  static let ofLinks: [any LinkRule.Type] = [
    MissingPage.self, MissingAnchor.self, ExtensionLeftOut.self, PublishedForm.self,
    AmbiguousTarget.self, WrongCase.self, MissingFile.self, FolderWithoutIndex.self,
    OutsideContent.self, UnpublishedTarget.self, UnknownAbsolutePath.self, EmptyLink.self,
    OutputTarget.self, VagueText.self, PageAsImage.self, MalformedURL.self, InsecureOwnHost.self,
    MissingAlternative.self,
  ]

  static let ofPages: [any PageRule.Type] = [
    UnusedDefinition.self, DuplicateDefinition.self, UnusedFootnote.self, DuplicateFootnote.self,
    DuplicateAnchor.self, SkippedLevel.self, MainHeading.self, RequiredSections.self,
    PatternPresent.self, ExamplePresent.self, PitfallPresent.self, PlatformsPresent.self,
    Description.self, RelatedPages.self,
  ]

  static let ofGuides: [any GuideRule.Type] = [
    OrphanPage.self, NavigationPage.self, NavigationUnpublished.self, NavigationTwice.self,
    RedirectTarget.self, RedirectChain.self, AlikeTitles.self, AlikeIDs.self, VanishedPage.self,
    VanishedAnchor.self, VanishedName.self, WayBack.self,
  ]

  /// The codes of all rules, and of what this module finds besides.
  package static let codes: [Code] =
    ofLinks.map { $0.code } + ofPages.map { $0.code } + ofGuides.map { $0.code }
    + [.ignoreComment, .unusedIgnore, .lockLine]
}

extension Code {
  /// The rule that other stages must not repeat.
  package static var malformedURL: Code { MalformedURL.code }
}
