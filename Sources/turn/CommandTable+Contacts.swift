import Commands

extension CommandTable {
  static let contacts = CommandSpec(
    "contacts", "Look after the people and companies that conversations are with",
    description: """
      A contact is who a conversation is with: turn chat --contact NAME. What was told once and is \
      kept for good is known in every conversation with the contact, by whatever channel.
      """,
    subcommands: [listContacts, showContact, setContact, deleteContact, known, forget],
    examples: [.init("turn contacts set Ada --address sms=+44123", "Keep a contact")])

  private static let listContacts = CommandSpec(
    "list", "List contacts",
    flags: [
      .toggle("names", "Print nothing but their names"), .toggle("json", "Print the list as JSON"),
      store,
    ])

  private static let showContact = CommandSpec(
    "show", "Show a contact and the conversations with it",
    arguments: [contact], flags: [.toggle("json", "Print it as JSON"), store])

  private static let setContact = CommandSpec(
    "set", "Keep a contact, or what is new of it", arguments: [contact],
    flags: [
      .value("notes", "TEXT", .text, "Keep TEXT in place of the notes"),
      .repeated(
        "address", "CHANNEL=ADDRESS", .text,
        "Where it is met: cli, web, sms or voice; CHANNEL= removes those of the channel"),
      store,
    ])

  private static let deleteContact = CommandSpec(
    "delete", "Delete a contact and what is known of it",
    description: "The conversations stay, with nobody.",
    arguments: [contact],
    flags: [.toggle("yes", short: "y", "Do not ask; needed where nobody can be asked"), store])

  private static let known = CommandSpec(
    "known", "List what is remembered of a contact beyond one conversation",
    arguments: [
      .optional(
        "NAME", contactName, default: "me",
        "The contact; me means yourself, in conversations without a contact")
    ],
    flags: [.toggle("json", "Print it as JSON"), store])

  private static let forget = CommandSpec(
    "forget", "Forget a value that is remembered of a contact",
    description: "Removes it for good, for every pattern.",
    arguments: [
      .required("NAME", contactName, "The contact; me means yourself"),
      .required("VALUE", .text, "The value's name"),
    ],
    flags: [store])

  private static let contact = ArgumentSpec.required("NAME", contactName, "The contact's name")
}
