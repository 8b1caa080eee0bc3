// Carries out a Job DSL script with only the verbs that need no controller (jenkins.md 7), and prints what it defines as JSON:
//   groovy job-dsl.groovy SCRIPT

import groovy.json.JsonOutput

class Job {
  final Map defined = [properties: [:]]

  void description(String text) { defined.description = text }
  void quietPeriod(int seconds) { defined.quietPeriod = seconds }
  void logRotator(Closure body) { section(body, [daysToKeep: { defined.daysToKeep = it }, numToKeep: { defined.numToKeep = it }]) }
  void parameters(Closure body) {
    section(body, [textParam: { name, value, text -> defined.parameters = (defined.parameters ?: []) + [[name: name, defaultValue: value, description: text]] }])
  }
  void definition(Closure body) {
    section(body, [cps: { Closure inner -> section(inner, [script: { defined.script = it }, sandbox: { defined.sandbox = it }]) }])
  }
  void configure(Closure body) { body(new Xml(defined)) }

  private static void section(Closure body, Map verbs) {
    body.delegate = new Expando(verbs)
    body.resolveStrategy = Closure.DELEGATE_ONLY
    body()
  }
}

/** The way `configure` names an element: `job / 'properties' / 'some.Property'`. */
class Xml {
  final List path = []
  final Map defined
  Xml(Map defined) { this.defined = defined }
  Xml div(String name) { path << name; if (path.size() == 2) defined[path[0]][path[1]] = true; this }
}

List jobs = []
def binding = new Binding(pipelineJob: { String name, Closure body ->
  def job = new Job()
  body.delegate = job
  body.resolveStrategy = Closure.DELEGATE_FIRST
  body()
  jobs << [name: name] + job.defined
})
new GroovyShell(binding).evaluate(new File(args[0]))
println JsonOutput.toJson(jobs)
