package import Diagnostics

extension Code {
  package static let linkLeavesFolder = Code("TB-F001", "a link stays inside the folder it is in")
  package static let danglingLink = Code("TB-F002", "a link leads to a file or folder that exists")
  package static let linkLoop = Code("TB-F003", "links do not lead in a circle")
  package static let unreadable = Code("TB-F004", "every file and folder of the input can be read")
  package static let nameNotUTF8 = Code("TB-F005", "the names of files and folders are UTF-8")
  package static let notAFile = Code("TB-F006", "input is made of files and folders only")
  package static let fileTooLarge = Code("TB-F007", "a file is not larger than the limit")
  package static let tooManyFolderLinks = Code(
    "TB-F008", "a folder reaches other folders through at most 1,000 links")

  package static let outputRefused = Code(
    "TB-F020", "the output folder holds neither the input, nor the home folder, nor everything")
  package static let outputLocked = Code("TB-F021", "one build at a time writes an output folder")
  package static let unwritable = Code("TB-F022", "the output can be written")
  package static let badOutputPath = Code(
    "TB-F023", "an output path stays inside the output folder")
  package static let writtenTwice = Code("TB-F024", "one source writes one output path")
  package static let fileAndFolder = Code(
    "TB-F025", "an output path is a file or a folder, not both")
  package static let foreignFiles = Code("TB-F026", "a build replaces only files that a build made")
  package static let damagedManifest = Code(
    "TB-F027", "the list of the files that a build made is whole")
  package static let halfPublished = Code(
    "TB-F028", "a site that is published file by file is published to its end")

  package static let changedMeanwhile = Code(
    "TB-F030", "a source that is mended still holds what was checked",
    explanation: """
      A fix is thought up for the text that was read. When an editor or another program has changed
      the file since then, nothing is written to it, so that no change of yours is lost. Run the
      command again: it reads the file anew.
      """)
}
