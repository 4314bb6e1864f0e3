import Commands

/// The commands that look after conversations.
enum SessionCommands {
  /// The first words of their names.
  static let groups: Set<String> = ["sessions", "contacts", "status", "budget"]

  static func run(_ invocation: Invocation) throws(Refusal) {
    switch invocation.command {
    case ["sessions", "list"]: try SessionListCommand(invocation).run()
    case ["sessions", "show"]: try SessionShowCommand(invocation).run()
    case ["sessions", "summary"]: try SummaryCommand(invocation).run()
    case ["sessions", "resume"]: try ResumeCommand(invocation).run()
    case ["sessions", "fork"]: try ForkCommand(invocation).run()
    case ["sessions", "reset"]: try ResetCommand(invocation).run()
    case ["sessions", "delete"]: try DeleteCommand(invocation).run()
    case ["sessions", "export"]: try SessionExportCommand(invocation).run()
    case ["sessions", "import"]: try ImportCommand(invocation).run()
    case ["sessions", "search"]: try SessionSearchCommand(invocation).run()
    case ["contacts", "list"]: try ContactListCommand(invocation).run()
    case ["contacts", "show"]: try ContactShowCommand(invocation).run()
    case ["contacts", "set"]: try ContactSetCommand(invocation).run()
    case ["contacts", "delete"]: try ContactDeleteCommand(invocation).run()
    case ["contacts", "known"]: try KnownValuesCommand(invocation).run()
    case ["contacts", "forget"]: try ForgetCommand(invocation).run()
    case ["status"]: try StatusCommand(invocation).run()
    case ["budget"]: try BudgetCommand(invocation).run()
    default: break
    }
  }
}
