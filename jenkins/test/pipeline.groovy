// Carries out a pipeline on this machine, without a controller: the very Groovy of Jenkins (2.4.21), the steps of this folder's scripts as shims, `sh`
// for real under the conditions of the durable-task plugin (jenkins.md 3), and a guard that serialises what is alive whenever a step starts
// (jenkins.md 2). Declarative pipelines are carried out as if their sections were steps: what they do is checked, not their form.
//
//   groovy pipeline.groovy SCENARIO.json     the build's console is standard output; `stop`, `term`, `kill` on standard input abort it as Jenkins does
//   groovy pipeline.groovy -                 the scenario is the first line of standard input
//
// A scenario: {script, library, resources, workspace, params, env, credentials, without, result}. `result` names the file that gets what came of it.
// Instead of `script` it may have `text`, or `texts`: several pipelines, one after the other, each on its own.

import groovy.json.JsonOutput
import groovy.json.JsonSlurperClassic
import groovy.transform.CompileStatic
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer
import org.codehaus.groovy.ast.ClassHelper
import org.codehaus.groovy.ast.ClassNode
import org.codehaus.groovy.ast.MethodNode
import org.codehaus.groovy.ast.VariableScope
import org.codehaus.groovy.ast.expr.*
import org.codehaus.groovy.ast.stmt.*
import org.codehaus.groovy.classgen.GeneratorContext
import org.codehaus.groovy.control.CompilePhase
import org.codehaus.groovy.control.CompilerConfiguration
import org.codehaus.groovy.control.SourceUnit
import org.codehaus.groovy.control.customizers.CompilationCustomizer
import org.codehaus.groovy.runtime.InvokerHelper
import org.codehaus.groovy.syntax.Token
import org.codehaus.groovy.syntax.Types
import java.util.concurrent.ConcurrentHashMap

@interface Library { String[] value() }
@interface NonCPS { }

/** The abort of a build, or of a `timeout`. */
class Interruption extends RuntimeException { Interruption(String why) { super(why) } }
/** What the step `error` throws. */
class Failure extends RuntimeException { Failure(String why) { super(why) } }

/** The frames of the program that are alive, with the values of their variables; `step` writes them away as Jenkins does before it lets a step begin. */
class Guard {
  static final List<Map> frames = []
  static final Set<String> steps = [] as Set

  static void enter(boolean nonCps, String method) {
    if (method != closure && !nonCps && frames && frames.last().nonCps) throw new IllegalStateException("${method} was called in the @NonCPS method ${frames.last().method}")
    frames << [nonCps: nonCps || (method == closure && frames && frames.last().nonCps), method: method, values: [:]]
  }
  static final closure = 'a closure'
  static void leave() { frames.remove(frames.size() - 1) }
  static Object set(String name, Object value) { if (frames) frames.last().values[name] = value; value }
  static Object setAll(List<String> names, Object value) { names.eachWithIndex { name, n -> set(name, value?.getAt(n)) }; value }
  /** A block has ended, and its variables with it. */
  static void forget(List<String> names) { if (frames) names.each { frames.last().values.remove(it) } }

  static void step(String name, Binding binding) {
    steps << name
    def native_ = frames.find { it.nonCps }
    if (native_) throw new IllegalStateException("step ${name} was called in the @NonCPS method ${native_.method}")
    frames.each { frame -> frame.values.each { variable, value -> persist(value, "the variable ${variable} of ${frame.method}", name) } }
    binding.variables.each { variable, value -> if (!(variable in Steps.builtIn)) persist(value, "the script's field ${variable}", name) }
  }

  private static void persist(Object value, String what, String step) {
    try {
      new Program(new ByteArrayOutputStream()).writeObject(value)
    } catch (NotSerializableException e) {
      println "an exception which occurred: in ${what}, alive while ${step} runs"
      throw e
    }
  }
}

/**
 * What a script may call (jenkins.md 5): every call, property and constructor goes through here, and is refused unless sandbox.txt has it, by the class that
 * it really goes to, as the sandbox looks it up. Methods that call a closure back must be among those that Jenkins has translated (jenkins.md 2).
 */
class Sandbox {
  static final Set<String> allowed = [] as Set
  static final translated = ['each', 'eachWithIndex', 'collect', 'collectEntries', 'collectMany', 'find', 'findAll', 'findResult', 'any', 'every', 'inject', 'times', 'with', 'call', 'join'] as Set

  static Object call(Object receiver, boolean safe, Object called, List args) {
    if (receiver == null && safe) return null
    String name = called
    if (receiver != null && !isOurs(receiver)) {
      boolean translates = Guard.frames && !Guard.frames.last().nonCps
      if (translates && args.any { it instanceof Closure } && !(name in translated)) throw new IllegalStateException("a closure of a pipeline was given to ${name}, which is not translated for it")
      def method = InvokerHelper.getMetaClass(receiver).pickMethod(name, args.collect { it?.getClass() } as Class[])
      if (method == null) throw new MissingMethodException(name, receiver instanceof Class ? receiver : receiver.getClass(), args as Object[])
      String signature = "${name}(${method.nativeParameterTypes*.name.join(', ')})"
      check(receiver instanceof Class ? ["static ${receiver.name} ${signature}".toString()] : typesWith(receiver.getClass(), method).collect { "${it.name} ${signature}".toString() })
    }
    InvokerHelper.invokeMethod(receiver, name, args as Object[])
  }

  static Object create(Class type, List args) { check(["new ${type.name}".toString()]); InvokerHelper.invokeConstructorOf(type, args as Object[]) }

  static Object get(Object receiver, boolean safe, Object name) {
    if (receiver == null && safe) return null
    // A map's properties are its values.
    if (receiver != null && !(receiver instanceof Map) && !isOurs(receiver)) check(namesOfProperty(receiver, "${name}"))
    InvokerHelper.getProperty(receiver, "${name}")
  }

  static Object put(Object receiver, Object name, Object value) {
    if (!(receiver instanceof Map) && !isOurs(receiver)) check(["set ${receiver?.getClass()?.name} ${name}".toString()])
    InvokerHelper.setProperty(receiver, "${name}", value)
    value
  }

  /** What Jenkins itself gives to scripts. */
  private static boolean isOurs(Object value) { value instanceof Script || value instanceof Steps || value instanceof BuildFacts || value instanceof Variables || (value instanceof Closure) }

  /** By each type that has the method; those that Groovy adds belong to the type they are added to. */
  private static List<Class> typesWith(Class type, MetaMethod method) {
    typesOf(type).findAll { one -> method.declaringClass.theClass == one || one.methods.any { it.name == method.name && it.parameterTypes == method.nativeParameterTypes } }
  }
  private static List<String> namesOfProperty(Object receiver, String name) {
    if (receiver instanceof Class) return ["static ${receiver.name} get ${name}".toString()]
    typesOf(receiver.getClass()).collect { "${it.name} get ${name}".toString() }
  }
  private static List<Class> typesOf(Class type) { type == null ? [] : ([type] + type.interfaces.collectMany { typesOf(it) } + typesOf(type.superclass)).unique() }

  private static void check(List<String> names) {
    if (!names.any { it in allowed }) throw new SecurityException("Scripts not permitted to use ${names[0]}")
  }
}

/** The state of a program on its way to disk. Scripts and the objects of Jenkins are found again by a build that is resumed. */
@CompileStatic
class Program extends ObjectOutputStream {
  Program(OutputStream out) { super(out); enableReplaceObject(true) }

  @Override
  protected Object replaceObject(Object value) { value instanceof Script || value instanceof Steps || value instanceof BuildFacts ? 'found again' : value }
}

/** Puts the calls of guard and sandbox into a script. */
class Guarding extends CompilationCustomizer {
  Guarding() { super(CompilePhase.CONVERSION) }

  void call(SourceUnit source, GeneratorContext context, ClassNode type) {
    def transformer = new Transformer(source)
    type.methods.each { method -> if (method.name != 'main' && !method.abstract && method.code) { transformer.visitMethod(method); frame(method) } }
  }

  private static void frame(MethodNode method) {
    boolean nonCps = method.annotations.any { it.classNode.nameWithoutPackage == 'NonCPS' }
    method.code = framed(method.code, method.parameters*.name, nonCps, method.name)
  }

  static Statement framed(Statement code, List<String> parameters, boolean nonCps, String name) {
    def body = new BlockStatement()
    body.addStatement(call(Guard, 'enter', new ConstantExpression(nonCps, true), new ConstantExpression(name)))
    def inner = new BlockStatement()
    parameters.each { inner.addStatement(set(it)) }
    if (code instanceof BlockStatement) inner.addStatements(code.statements) else inner.addStatement(code)
    body.addStatement(new TryCatchStatement(inner, call(Guard, 'leave')))
    body
  }
  static Statement set(String name) { call(Guard, 'set', new ConstantExpression(name), new VariableExpression(name)) }
  static Statement call(Class on, String method, Expression... args) { new ExpressionStatement(expression(on, method, args)) }
  static Expression expression(Class on, String method, Expression... args) { new StaticMethodCallExpression(ClassHelper.make(on), method, new ArgumentListExpression(args)) }
  static Expression names(Collection<String> names) { new ListExpression(names.collect { new ConstantExpression(it) }) }
  static Expression flag(boolean value) { new ConstantExpression(value, true) }

  static class Transformer extends ClassCodeExpressionTransformer {
    final SourceUnit source
    Transformer(SourceUnit source) { this.source = source }
    protected SourceUnit getSourceUnit() { source }

    void visitBlockStatement(BlockStatement block) {
      def declared = block.statements.findAll { it instanceof ExpressionStatement && it.expression instanceof DeclarationExpression }.collectMany { variablesOf(it.expression.leftExpression) }
      super.visitBlockStatement(block)
      if (!declared) return
      def inner = new BlockStatement(new ArrayList(block.statements), new VariableScope())
      block.statements.clear()
      block.addStatement(new TryCatchStatement(inner, Guarding.call(Guard, 'forget', names(declared))))
    }
    void visitForLoop(ForStatement loop) {
      super.visitForLoop(loop)
      if (loop.variable.is(ForStatement.FOR_LOOP_DUMMY)) return
      def body = new BlockStatement()
      body.addStatement(set(loop.variable.name))
      body.addStatement(loop.loopBlock)
      loop.loopBlock = new TryCatchStatement(body, Guarding.call(Guard, 'forget', names([loop.variable.name])))
    }
    void visitCatchStatement(CatchStatement caught) {
      super.visitCatchStatement(caught)
      def body = new BlockStatement()
      body.addStatement(set(caught.variable.name))
      body.addStatement(caught.code)
      caught.code = new TryCatchStatement(body, Guarding.call(Guard, 'forget', names([caught.variable.name])))
    }

    Expression transform(Expression expression) {
      if (expression instanceof ClosureExpression) {
        expression.code.visit(this)
        def names = expression.parameters == null ? [] : expression.parameters.length == 0 ? ['it'] : expression.parameters*.name
        expression.code = framed(expression.code, names, false, Guard.closure)
        return expression
      }
      if (expression instanceof BinaryExpression && (expression instanceof DeclarationExpression || Types.ofType(expression.operation.type, Types.ASSIGNMENT_OPERATOR))) return assignment(expression)
      if (expression instanceof ConstructorCallExpression && !expression.specialCall) return sandbox(expression, 'create', new ClassExpression(expression.type), arguments(expression.arguments))
      if (expression instanceof MethodPointerExpression || expression instanceof AttributeExpression) throw new SecurityException("Scripts not permitted to use ${expression.text} (line ${expression.lineNumber})")
      if (expression instanceof MethodCallExpression && !expression.implicitThis && !expression.spreadSafe && !isThis(expression.objectExpression))
        return sandbox(expression, 'call', transform(expression.objectExpression), flag(expression.safe), transform(expression.method), arguments(expression.arguments))
      if (isClassName(expression)) return expression
      if (expression instanceof PropertyExpression && !isThis(expression.objectExpression))
        return sandbox(expression, 'get', transform(expression.objectExpression), flag(expression.safe), transform(expression.property))
      super.transform(expression)
    }

    private Expression assignment(BinaryExpression expression) {
      def left = expression.leftExpression
      // A declaration without a value stays as it is.
      if (expression.rightExpression instanceof EmptyExpression) return expression
      String operator = expression.operation.text
      def right = transform(expression.rightExpression)
      // `a += b` is `a = a + b`.
      if (operator != '=') right = new BinaryExpression(transform(left), Token.newSymbol(operator[0..-2], expression.lineNumber, expression.columnNumber), right)
      if (left instanceof PropertyExpression && !isThis(left.objectExpression)) return sandbox(expression, 'put', transform(left.objectExpression), transform(left.property), right)
      def names = variablesOf(left)
      if (names.size() == 1 && left instanceof VariableExpression) right = Guarding.expression(Guard, 'set', new ConstantExpression(names[0]), right)
      else if (names) right = Guarding.expression(Guard, 'setAll', Guarding.names(names), right)
      def equals = Token.newSymbol('=', expression.lineNumber, expression.columnNumber)
      def made = expression instanceof DeclarationExpression ? new DeclarationExpression(left, equals, right) : new BinaryExpression(names ? left : transform(left), equals, right)
      made.sourcePosition = expression
      if (expression instanceof DeclarationExpression) made.addAnnotations(expression.annotations)
      made
    }

    private static List<String> variablesOf(Expression left) {
      left instanceof VariableExpression ? [left.name] : left instanceof TupleExpression ? left.expressions.findAll { it instanceof VariableExpression }*.name : []
    }
    private Expression sandbox(Expression from, String method, Expression... args) {
      def made = Guarding.expression(Sandbox, method, args)
      made.sourcePosition = from
      made
    }
    private Expression arguments(Expression arguments) {
      def each = arguments instanceof TupleExpression ? arguments.expressions : [arguments]
      new ListExpression(each.collect { it instanceof NamedArgumentListExpression ? transform(new MapExpression(it.mapEntryExpressions)) : transform(it) })
    }
    private static boolean isThis(Expression expression) { expression instanceof VariableExpression && expression.name in ['this', 'super'] }
    /** `groovy.json.JsonOutput`: packages in small letters, a class at the end. */
    private static boolean isClassName(Expression expression) { expression instanceof PropertyExpression && expression.text ==~ /([a-z]\w*\.)+[A-Z]\w*(\.[A-Z]\w*)?/ }
  }
}

/** What `currentBuild` shows. */
class BuildFacts {
  String result, description, displayName
  String getCurrentResult() { result ?: 'SUCCESS' }
  void setResult(String value) { if (order.indexOf(value) > order.indexOf(currentResult)) result = value }
  static final order = ['SUCCESS', 'UNSTABLE', 'FAILURE', 'NOT_BUILT', 'ABORTED']
}

/** A script of the pipeline: whatever it does not know itself is a step, or a variable of the library. */
abstract class PipelineScript extends Script implements Serializable {
  Object methodMissing(String name, Object args) { binding.getVariable('steps').perform(name, args as List, this) }
  /** Variables of the environment can be read by their names alone. */
  Object propertyMissing(String name) {
    def value = binding.getVariable('steps').environment[name]
    if (value == null) throw new MissingPropertyException(name, this.class)
    value
  }
  Object invokeMethod(String name, Object args) {
    def own = this.metaClass.respondsTo(this, name, args as Object[])
    own && !(name in ['println', 'print', 'run']) ? super.invokeMethod(name, args) : binding.getVariable('steps').perform(name, args as List, this)
  }
}

class Steps {
  static final builtIn = ['steps', 'env', 'params', 'currentBuild', 'any', 'none', 'scm', 'BUILD_NUMBER']
  final Map scenario
  final GroovyShell shell
  final Binding binding = new Binding()
  final BuildFacts build = new BuildFacts()
  final Map done = [junit: [], archived: [], unstable: [], stages: [], warnings: []]
  final List<Map> environments = []
  final List<String> masks = []
  final Map<String, Script> variables = [:]
  final Set<String> controls = ConcurrentHashMap.newKeySet()
  final List post = []
  String directory
  /** Why everything has to end: set by an abort, taken by the step that it interrupts. */
  volatile String interruption
  /** Ends the steps that run without a signal. */
  volatile boolean hard
  volatile long deadline = Long.MAX_VALUE
  /** The latest that was over: each interrupts once, what cleans up behind it has its time. */
  long expired = 0
  String nodeCookie

  Steps(Map scenario) {
    this.scenario = scenario
    directory = scenario.workspace
    def configuration = new CompilerConfiguration(scriptBaseClass: 'PipelineScript', sourceEncoding: 'UTF-8')
    if (scenario.guard != false) configuration.addCompilationCustomizers(new Guarding())
    Sandbox.allowed.addAll(new File("${scenario.library}/test/sandbox.txt").readLines('UTF-8').findAll { it && !it.startsWith('#') })
    shell = new GroovyShell(Steps.classLoader, binding, configuration)
    Map parameters = (scenario.params ?: [:]).asImmutable()
    def known = [BUILD_NUMBER: '1', JOB_NAME: 'job', BUILD_TAG: 'jenkins-job-1', WORKSPACE: scenario.workspace, JENKINS_URL: 'http://jenkins/', BUILD_URL: 'http://jenkins/job/job/1/'] + (scenario.env ?: [:])
    // Twice, the copy expanded once (jenkins.md 4).
    def copies = parameters.collectEntries { k, v -> [(k): expand("${v}", known), (k.toUpperCase()): expand("${v}", known)] }
    environments << known + copies
    binding.variables.putAll([steps: this, env: new Variables(this), params: parameters, currentBuild: build, any: 'any', none: 'none', scm: 'scm', BUILD_NUMBER: '1'])
  }

  private static String expand(String text, Map known) {
    text.replaceAll(/\$(?:\$|\{(\w+)\}|(\w+))/) { all, braced, bare -> all == '$$' ? '$' : known.containsKey(braced ?: bare) ? known[braced ?: bare] : all }
  }

  Map getEnvironment() { environments.last() }

  Object perform(String name, List args, Script caller) {
    File variable = new File("${scenario.library}/vars/${name}.groovy")
    if (!this.metaClass.respondsTo(this, "step_${name}") && variable.exists()) {
      if (!variables[name]) variables[name] = shell.parse(variable)
      return args ? variables[name].call(*args) : variables[name].call()
    }
    // The very error of Jenkins.
    if (!this.metaClass.respondsTo(this, "step_${name}") || name in (scenario.without ?: [])) throw new NoSuchMethodError("No such DSL method '${name}' found among steps")
    if (scenario.guard != false && !(name in describing)) Guard.step(name, binding)
    if (interruption != null && !(name in describing)) interrupt()
    this."step_${name}"(*args)
  }
  /** Not steps but descriptions of what a step gets. */
  static final describing = ['usernamePassword', 'string', 'file', 'booleanParam', 'text', 'label', 'buildDiscarder', 'logRotator', 'disableConcurrentBuilds', 'containerTemplate', 'modernSCM']

  void interrupt() { def why = interruption; interruption = null; hard = false; throw new Interruption(why) }

  // Blocks.
  def step_node(String label = '', Closure body) {
    new File(directory).mkdirs()
    nodeCookie = UUID.randomUUID()
    inEnvironment([JENKINS_NODE_COOKIE: nodeCookie, NODE_NAME: 'agent', WORKSPACE: directory, WORKSPACE_TMP: "${scenario.workspace}@tmp".toString()]) {
      try { body() } finally { Processes.endWith("JENKINS_NODE_COOKIE=${nodeCookie}") }
    }
  }
  def step_stage(String name, Closure body) { done.stages << name; println "[Pipeline] { (${name})"; body() }
  def step_dir(String path, Closure body) { def before = directory; directory = absolute(path); try { body() } finally { directory = before } }
  def step_withEnv(List<String> values, Closure body) {
    inEnvironment(values.collectEntries { def n = it.indexOf('='); [(it.substring(0, n)): it.substring(n + 1)] }, body)
  }
  def step_withCredentials(List<Map> bindings, Closure body) {
    def values = bindings.collectEntries { it.values(scenario.credentials) }
    masks.addAll(values.values())
    try { inEnvironment(values, body) } finally { values.values().each { masks.remove(it) } }
  }
  def step_usernamePassword(Map m) { [values: { Map known -> def c = credential(known, m); [(m.usernameVariable): c.username, (m.passwordVariable): c.password] }] }
  def step_string(Map m) { m.credentialsId ? [values: { Map known -> [(m.variable): credential(known, m).secret] }] : m }
  private static Map credential(Map known, Map m) { def c = known?.get(m.credentialsId); if (!c) throw new Failure("Could not find credentials entry with ID '${m.credentialsId}'"); c }
  def step_timeout(Map m, Closure body) {
    def before = deadline
    long factor = [SECONDS: 1000, MINUTES: 60000, HOURS: 3600000, null: 60000][m.unit ?: 'null']
    deadline = Math.min(deadline, System.currentTimeMillis() + (m.time as long) * factor)
    try { body() } finally { deadline = before <= expired ? Long.MAX_VALUE : before }
  }
  /** As an option of a declarative pipeline. */
  def step_timeout(Map m) { m }
  def step_catchError(Map m = [:], Closure body) {
    try { body() } catch (Interruption e) { if (m.catchInterruptions == false) throw e; build.setResult('ABORTED') } catch (Exception e) { println "ERROR: ${e.message}"; build.setResult(m.buildResult ?: 'FAILURE') }
  }
  def step_parallel(Map m) { m.collectEntries { k, v -> v instanceof Closure ? [(k): v()] : [:] } }
  def step_container(String name, Closure body) { body() }
  def step_nodejs(Object name, Closure body) { body() }
  def step_podTemplate(Map m, Closure body) { inEnvironment([POD_LABEL: 'pod'], body) }
  def step_containerTemplate(Map m) { m }
  def step_ansiColor(String name, Closure body) { body() }
  def inEnvironment(Map values, Closure body) {
    def merged = [:] + environment
    // An empty value takes a variable away.
    values.each { k, v -> if (v == null || v == '') merged.remove(k) else merged[k] = "${v}".toString() }
    environments << merged
    try { body() } finally { environments.remove(environments.size() - 1) }
  }

  // Declarative sections, in their order.
  def step_pipeline(Closure body) {
    try { body() }
    catch (Interruption e) { build.setResult('ABORTED'); throw e }
    catch (Exception e) { build.setResult('FAILURE'); throw e }
    finally { step_node { post.each { section -> section() } } }
  }
  def step_agent(Object what) { if (what instanceof Closure) what() }
  def step_label(String name) { name }
  def step_options(Closure body) { body() }
  def step_parameters(Closure body) { body() }
  def step_text(Map m) { m }
  def step_buildDiscarder(Object o) { o }
  def step_logRotator(Map m) { m }
  def step_disableResume() { }
  def step_durabilityHint(Object o) { }
  def step_stages(Closure body) { step_node(body) }
  def step_steps(Closure body) { body() }
  def step_script(Closure body) { body() }
  def step_post(Closure body) { body() }
  def step_always(Closure body) { post << body }
  def step_cleanup(Closure body) { post << body }
  def step_success(Closure body) { post << { if (build.currentResult == 'SUCCESS') body() } }
  def step_unstable(Closure body) { post << { if (build.currentResult == 'UNSTABLE') body() } }

  // Steps without a body.
  def step_echo(Object text) { println text }
  def step_println(Object text) { println text }
  def step_print(Object text) { println text }
  def step_error(Object text) { throw new Failure("${text}") }
  def step_unstable(CharSequence text) { println "WARNING: ${text}"; done.unstable << "${text}".toString(); build.setResult('UNSTABLE') }
  def step_checkout(Object o) { }
  def step_properties(List l) { }
  def step_library(Object name) { }
  def step_modernSCM(Map m) { m }
  def step_Library(Object name) { }
  def step_pwd(Map m = [:]) { m.tmp ? "${directory}@tmp".toString() : directory }
  def step_isUnix() { true }
  def step_writeFile(Map m) { def f = new File(absolute("${m.file}")); f.parentFile.mkdirs(); f.setText("${m.text}", m.encoding ?: 'UTF-8') }
  def step_readFile(Object o) { new File(absolute("${o instanceof Map ? o.file : o}")).getText('UTF-8') }
  def step_fileExists(Object o) { new File(absolute("${o instanceof Map ? o.file : o}")).exists() }
  def step_deleteDir() { new File(directory).deleteDir() }
  def step_libraryResource(Object path) {
    def override = scenario.resources ? new File("${scenario.resources}/${new File("${path}").name}") : null
    def f = override?.exists() ? override : new File("${scenario.library}/resources/${path}")
    if (!f.exists()) throw new Failure("No such library resource ${path} could be found.")
    f.getText('UTF-8')
  }
  def step_archiveArtifacts(Map m) { done.archived << "${m.artifacts}".toString() }
  def step_junit(Object o) { done.junit << (o instanceof Map ? o.collectEntries { k, v -> [(k): v instanceof GString ? "${v}".toString() : v] } : [testResults: "${o}".toString()]) }
  def step_sleep(Object o) { def until = System.currentTimeMillis() + ((o instanceof Map ? o.time : o) as long) * 1000; while (System.currentTimeMillis() < until) { checkInterruption(); Thread.sleep(20) } }

  private void checkInterruption() {
    checkDeadline()
    if (interruption != null) interrupt()
  }
  private void checkDeadline() {
    if (System.currentTimeMillis() <= deadline) return
    expired = deadline
    deadline = Long.MAX_VALUE
    interruption = 'Timeout has been exceeded'
  }
  private String absolute(String path) { path.startsWith('/') ? path : "${directory}/${path}".toString() }

  def step_sh(Object o) {
    Map m = o instanceof Map ? o : [script: o]
    if (m.returnStatus && m.returnStdout) throw new IllegalArgumentException('returnStatus and returnStdout exclude each other')
    new File(directory).mkdirs()
    File control = new File("${directory}@tmp/durable-${UUID.randomUUID().toString().substring(0, 8)}")
    control.mkdirs()
    def file = { name -> new File(control, name) }
    file('script.sh').setText("${m.script}", 'UTF-8')
    boolean direct = "${m.script}".startsWith('#!')
    if (direct) file('script.sh').setExecutable(true)
    String cookie = "durable-${UUID.nameUUIDFromBytes(directory.bytes)}"
    String at = "'${"${control}".replace("'", "'\\''")}'"
    String script = "${at}/script.sh"
    String output = m.returnStdout ? "> ${at}/output.txt 2> ${at}/jenkins-log.txt" : "> ${at}/jenkins-log.txt 2>&1"
    String wrapper = "({ while [ -d ${at} -a \\! -f ${at}/jenkins-result.txt ]; do touch ${at}/jenkins-log.txt; sleep 3; done } & " +
      "jsc=${cookie}; JENKINS_SERVER_COOKIE=\$jsc ${direct ? script : "sh -xe ${script}"} ${output}; " +
      "echo \$? > ${at}/jenkins-result.txt.tmp; mv ${at}/jenkins-result.txt.tmp ${at}/jenkins-result.txt; wait) >&- 2>&- &"
    def builder = new ProcessBuilder('nohup', 'sh', '-c', wrapper).directory(new File(directory)).redirectInput(new File('/dev/null'))
      .redirectOutput(new File('/dev/null')).redirectError(new File('/dev/null'))
    builder.environment().clear()
    builder.environment().putAll([PATH: System.getenv('PATH'), HOME: System.getenv('HOME') ?: '/root'] + environment + [JENKINS_SERVER_COOKIE: 'please-do-not-kill-me'])
    ['DOCKER_HOST', 'TMPDIR'].each { if (System.getenv(it)) builder.environment().putIfAbsent(it, System.getenv(it)) }
    builder.start().waitFor()
    long begun = System.currentTimeMillis()
    long read = 0
    def copy = {
      def log = file('jenkins-log.txt')
      if (!log.exists() || log.length() <= read) return
      log.withInputStream { input -> input.skip(read); byte[] bytes = input.bytes; read += bytes.length; print masked(bytes) }
    }
    try {
      while (!file('jenkins-result.txt').exists()) {
        copy()
        // The wrapper never came to life: -2 (jenkins.md 3).
        if (!file('jenkins-log.txt').exists() && System.currentTimeMillis() - begun > 15_000) return shEnd(m, -2)
        checkDeadline()
        if (interruption != null) {
          if (!hard) {
            println 'Sending interrupt signal to process'
            def killer = Thread.start { Processes.endWith("JENKINS_SERVER_COOKIE=${cookie}") }
            long givenUp = System.currentTimeMillis() + 20_000
            while (!file('jenkins-result.txt').exists() && System.currentTimeMillis() < givenUp && !hard) { copy(); Thread.sleep(20) }
          }
          copy()
          interrupt()
        }
        Thread.sleep(20)
      }
      copy()
      int code = file('jenkins-result.txt').text.trim() as int
      if (interruption != null) interrupt()
      return m.returnStatus ? shEnd(m, code) : shEnd(m, code) ?: (m.returnStdout ? file('output.txt').getText('UTF-8') : null)
    } finally {
      control.deleteDir()
    }
  }

  private static Integer shEnd(Map m, int code) {
    if (!m.returnStatus && code != 0) throw new Failure("script returned exit code ${code}")
    m.returnStatus ? code : null
  }

  private String masked(byte[] bytes) {
    String text = new String(bytes, 'UTF-8')
    masks.findAll { it }.each { text = text.replace(it, '****') }
    text
  }
}

/** `env`: the variables as they are now. */
class Variables {
  final Steps steps
  Variables(Steps steps) { this.steps = steps }
  Object propertyMissing(String name) { steps.environment[name] }
  void propertyMissing(String name, Object value) { steps.environments.each { it[name] = "${value}".toString() } }
}

class Processes {
  /** Ends the processes that hold a cookie as Jenkins' agent does: one snapshot, each in turn, children first, SIGTERM, up to 5 s for one walk. */
  static void endWith(String cookie) {
    def found = all().findAll { pid -> environmentOf(pid).split('\0').contains(cookie) }
    def parents = all().collectEntries { [(it): parentOf(it)] }
    found.each { pid -> long until = System.currentTimeMillis() + 5_000; end(pid, parents, until) }
  }
  private static void end(String pid, Map parents, long until) {
    parents.findAll { child, parent -> parent == pid }.keySet().each { end(it, parents, until) }
    if (!alive(pid)) return
    ['kill', '-TERM', pid].execute().waitFor()
    while (alive(pid) && System.currentTimeMillis() < until) Thread.sleep(20)
  }
  private static List<String> all() { new File('/proc').list().findAll { it ==~ /\d+/ } }
  private static String environmentOf(String pid) { try { new String(new File("/proc/${pid}/environ").bytes, 'UTF-8') } catch (IOException e) { '' } }
  private static List<String> statOf(String pid) { try { def t = new File("/proc/${pid}/stat").text; t.substring(t.lastIndexOf(')') + 2).split(' ') as List } catch (IOException e) { null } }
  private static String parentOf(String pid) { statOf(pid)?.get(1) }
  private static boolean alive(String pid) { def s = statOf(pid); s != null && s[0] != 'Z' }
}

/** Carries a pipeline out. Gives what came of it. */
Map carryOut(Steps steps, String text) {
  String thrown = null
  try {
    steps.shell.parse(text, 'Jenkinsfile').run()
  } catch (Interruption e) {
    steps.build.setResult('ABORTED')
    thrown = e.message
  } catch (Throwable e) {
    thrown = "${e instanceof Failure ? '' : "${e.class.name}: "}${e.message}"
    println e instanceof Failure ? "ERROR: ${e.message}" : thrown
    if (System.getenv('HARNESS_TRACE')) e.printStackTrace()
    steps.build.setResult('FAILURE')
  }
  println "Finished: ${steps.build.currentResult}"
  System.out.flush()
  steps.done + [result: steps.build.currentResult, thrown: thrown, description: steps.build.description, returned: steps.binding.variables.returned, steps: Guard.steps]
}

// Plain maps: what the scenario says is no part of the program.
def input = new BufferedReader(new InputStreamReader(System.in, 'UTF-8'))
Map scenario = new JsonSlurperClassic().parseText(args[0] == '-' ? input.readLine() : new File(args[0]).getText('UTF-8'))
def result
if (scenario.texts) {
  result = scenario.texts.collect { text -> Guard.frames.clear(); carryOut(new Steps(scenario), text) }
} else {
  def steps = new Steps(scenario)
  Thread.startDaemon {
    input.eachLine { line ->
      if (line == 'stop') { println 'Aborted by user'; steps.interruption = 'aborted' }
      if (line == 'term') { println 'Hard stop'; steps.hard = true; steps.interruption = 'terminated' }
      if (line == 'kill') { println 'Hard kill!'; Runtime.runtime.halt(9) }
    }
  }
  result = carryOut(steps, scenario.text ?: new File(scenario.script).getText('UTF-8'))
}
if (scenario.result) new File(scenario.result).text = JsonOutput.toJson(result)
System.exit(0)
