package import Diagnostics

/// What can be wrong with the files and folders of the input.
extension Code {
  package static let linkLeavesFolder = Code(
    "TB-F001", "a link stays inside the folder it is in",
    explanation: """
      A symbolic link in the input leads to a file or folder outside of it, and outside of the \
      project where there is one. If Turnbook followed \
      it, files that nobody meant to publish could end up in the site, and the guide would build \
      on one machine only. Nothing is published while such a link is there. Copy what it leads to \
      into the folder, or remove the link.
      """)
  package static let danglingLink = Code(
    "TB-F002", "a link leads to a file or folder that exists",
    explanation: """
      A symbolic link in the input leads to nothing: what it names was moved, renamed or never \
      committed. Whatever stood there would be missing from the site. Put the file back, let the \
      link lead to where it is now, or remove the link.
      """)
  package static let linkLoop = Code(
    "TB-F003", "links do not lead in a circle",
    explanation: """
      A symbolic link leads to itself, or to a folder that holds it. Followed to the end, it would \
      give a guide with folders inside themselves without end, so Turnbook does not follow it and \
      publishes nothing. Remove the link, or let it lead to a folder beside it.
      """)
  package static let unreadable = Code(
    "TB-F004", "every file and folder of the input can be read",
    explanation: """
      The operating system refuses to open a file or list a folder: it is not there, its \
      permissions forbid it, or the disk has a fault. A guide with a page missing is worse than \
      none, so nothing is published. The message repeats what the system said; check the owner and \
      the permissions of the file.
      """)
  package static let nameNotUTF8 = Code(
    "TB-F005", "the names of files and folders are UTF-8",
    explanation: """
      The name of a file holds bytes that are not UTF-8, mostly because it comes from an old \
      archive or another system. Such a name cannot become a URL that every browser understands \
      alike. Rename the file; on Linux, `convmv -t utf8` converts whole folders.
      """)
  package static let notAFile = Code(
    "TB-F006", "input is made of files and folders only", .warning,
    explanation: """
      Something in the input is neither a file nor a folder: a pipe, a socket or a device. It has \
      no content that could be published, and reading it might never end, so it is left out. \
      Remove it. Where the file is one that Turnbook needs, such as the configuration, it is an \
      error.
      """)
  package static let fileTooLarge = Code(
    "TB-F007", "a file is not larger than the limit",
    explanation: """
      A page may have 16 MiB, a template 4 MiB and a configuration 1 MiB. A larger one is hardly \
      meant: a browser would need seconds to show it, and mostly it is data with the wrong name. \
      Split the file, or leave it out of the guide with a name that begins with an underscore.
      """)
  package static let tooManyFolderLinks = Code(
    "TB-F008", "a folder reaches other folders through at most 1,000 links",
    explanation: """
      Symbolic links that lead to each other's folders multiply: a few dozen can stand for more \
      paths than a disk has room for. Turnbook follows a thousand links to folders and then stops, and nothing is \
      published. Remove the links that are not needed.
      """)
}

/// What can go wrong while the site is published.
extension Code {
  package static let outputRefused = Code(
    "TB-F020", "the output folder holds neither the input nor everything else",
    explanation: """
      A build replaces what stands in its output folder. Turnbook refuses a folder where that would \
      be a disaster: the root of the file system, a folder that holds the sources, a file, or a \
      link to nothing. Name a folder of its own beside the content, such as `site`.
      """)
  package static let outputLocked = Code(
    "TB-F021", "one build at a time writes an output folder",
    explanation: """
      Another build is writing the same folder. Two at a time would mix their pages. Wait until the \
      other one is done, or give this one another folder with `--output`. The lock belongs to the \
      running process: it cannot be left behind by one that was stopped.
      """)
  package static let unwritable = Code(
    "TB-F022", "the output can be written",
    explanation: """
      The operating system refuses to write a file or make a folder: the disk is full, the place is \
      read-only, or its permissions forbid it. The site that stood there before stays as it was. \
      Remove the cause and build again.
      """)
  package static let badOutputPath = Code(
    "TB-F023", "an output path stays inside the output folder",
    explanation: """
      A file of the site would be written to a path that is empty, leads out of the output folder, \
      or begins with `.turnbook-`, which is kept for Turnbook's own lists. Nothing is written. \
      Rename the source that asks for it.
      """)
  package static let writtenTwice = Code(
    "TB-F024", "one source writes one output path",
    explanation: """
      Two sources would become the same file of the site, and the one written later would silently \
      win. On disks that do not tell upper from lower case, `Plan.png` and `plan.png` are the same \
      file too. Rename one of the two.
      """)
  package static let fileAndFolder = Code(
    "TB-F025", "an output path is a file or a folder, not both",
    explanation: """
      One source needs a folder where another one puts a file. A file called `assets` in the \
      content folder is an example: the theme keeps its style sheet in a folder of that name. \
      Rename the source of one of them.
      """)
  package static let foreignFiles = Code(
    "TB-F026", "a build replaces only files that a build made",
    explanation: """
      A file that somebody else put into the output folder stands where the site needs to write. \
      Turnbook keeps a list of what it made and never overwrites anything that is not on it. Move \
      the files that are named, or choose another output folder. The same code says, as a warning, \
      where files were saved that came into the folder during the publication.
      """)
  package static let damagedManifest = Code(
    "TB-F027", "the list of the files that a build made is whole",
    explanation: """
      The file `.turnbook-manifest` in the output folder says which files Turnbook made there. It \
      is damaged, so that nobody can tell which files may be replaced. Delete the content of the \
      output folder if it holds nothing but the site, or choose another one.
      """)
  package static let halfPublished = Code(
    "TB-F028", "a site that is published file by file is published to its end",
    explanation: """
      A site mostly appears in one step. Where the output folder is a mount point, or its file \
      system cannot exchange two folders, its files are replaced one by one; a note says so. If \
      that stops half-way, because the disk is full for example, visitors see old and new pages \
      beside each other. Remove the cause and build again: the next build finishes what is left.
      """)
  package static let changedMeanwhile = Code(
    "TB-F030", "a source still holds what was read of it",
    explanation: """
      A fix is thought up for the text that was read. When an editor or another program has changed \
      the file since then, nothing is written to it, so that no change of yours is lost. A build \
      reads each page a second time, for its Markdown; where it has changed in between, the site \
      stays as it was, so that no page is published of two halves. Run the command again: it reads \
      the file anew.
      """)
}
